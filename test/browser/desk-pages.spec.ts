import type { Page } from 'playwright-core';
import { type DeskProduct, openDeskProduct } from './desk-product.js';
import { lookThrough } from './look-through.js';
import { describeInBrowser } from './open-browser.js';
import { writeQuarter } from './quarter.js';

const OCID = 'ocds-pqj001-LPN-002-2026';

let desk: DeskProduct;

/** The address that a link of the page leads to. */
const linkOf = async (page: Page, selector: string) =>
  new URL((await page.locator(selector).first().getAttribute('href'))!, desk.origin).pathname;

describeInBrowser('the desk', () => {
  beforeAll(async () => {
    desk = await openDeskProduct();
    await desk.c7(
      'publisher',
      'add',
      'parques',
      '--name',
      'Secretaría de Parques y Jardines',
      '--prefix',
      'ocds-pqj001',
    );
    await desk.addUser('rosa@parques.example', 'Rosa Robledo', 'publisher@parques', 'reviewer@parques');
    await desk.addUser('ana@estado.example', 'Ana Administra', 'administrator');
  });
  afterAll(() => desk?.close());

  it('is accessible and fits its window on every page of who publishes', async () => {
    const quarter = await writeQuarter(desk);
    const rosa = await desk.signIn('rosa@parques.example');
    const send = async (file: string) => {
      await rosa.goto(`${desk.origin}/escritorio/cargar`);
      await rosa.setInputFiles('#archivo', file);
      await rosa.click('main button[type="submit"]');
      await rosa.getByText('Por confirmar').waitFor({ timeout: 60_000 });
      return new URL(rosa.url()).pathname;
    };
    const [wrong, right] = [await send(quarter.wrong), await send(quarter.right)];
    await rosa.click('text=Confirmar y publicar');
    await rosa.getByText('Publicada', { exact: true }).waitFor({ timeout: 60_000 });
    await rosa.goto(`${desk.origin}/escritorio/procesos/${OCID}/corregir`);
    await rosa.locator('section', { hasText: 'Contratos' }).getByLabel(/monto/i).first().fill('384000');
    await rosa.fill('#motivo', 'Se capturó con dos cifras cambiadas.');
    await rosa.click('main button[type="submit"]');
    await rosa.click('text=Publicar la corrección');
    await rosa.waitForURL(/hecho=publicada/);
    const correction = await linkOf(rosa, 'main a[href*="/escritorio/correcciones/"]');
    expect(
      await lookThrough(
        rosa,
        desk.origin,
        {
          inicio: '/escritorio',
          cargar: '/escritorio/cargar',
          cargas: '/escritorio/cargas',
          'carga-con-faltas': wrong,
          'carga-publicada': right,
          procesos: '/escritorio/procesos',
          proceso: `/escritorio/procesos/${OCID}`,
          corregir: `/escritorio/procesos/${OCID}/corregir`,
          correccion: correction,
          retirar: `/escritorio/procesos/${OCID}/retirar`,
          publicador: '/escritorio/publicador/parques',
        },
        'escritorio',
      ),
    ).toEqual([]);
  });

  it('is accessible and fits its window on every page of who administers', async () => {
    const ana = await desk.signIn('ana@estado.example');
    await ana.goto(`${desk.origin}/escritorio/usuarios`);
    const user = await linkOf(ana, 'main table a');
    await ana.goto(`${desk.origin}/escritorio/referencias/threshold`);
    const version = await linkOf(ana, 'main table a');
    expect(
      await lookThrough(
        ana,
        desk.origin,
        {
          'inicio-administracion': '/escritorio',
          usuarios: '/escritorio/usuarios',
          'usuario-nuevo': '/escritorio/usuarios/nuevo',
          usuario: user,
          organizaciones: '/escritorio/organizaciones',
          'organizacion-nueva': '/escritorio/organizaciones/nueva',
          fuentes: '/escritorio/fuentes',
          'fuente-nueva': '/escritorio/fuentes/nueva',
          llaves: '/escritorio/llaves',
          'llave-nueva': '/escritorio/llaves/nueva',
          referencias: '/escritorio/referencias',
          umbrales: '/escritorio/referencias/threshold',
          umbral: version,
          'umbral-nuevo': '/escritorio/referencias/threshold/nueva',
          bitacora: '/escritorio/bitacora',
        },
        'escritorio',
      ),
    ).toEqual([]);
  });

  it('is accessible and fits its window where one signs in', async () => {
    const page = await desk.browser.newPage();
    expect(await lookThrough(page, desk.origin, { entrar: '/escritorio/entrar' }, 'escritorio')).toEqual([]);
  });
});
