import type { Page } from 'playwright-core';
import { type DeskProduct, openDeskProduct, PASSWORD } from './desk-product.js';
import { expectAccessible } from './expect-accessible.js';
import { describeInBrowser } from './open-browser.js';

let desk: DeskProduct;
let page: Page;
let invitation: string;

const submit = () => page.click('main .form button[type="submit"]');
const go = async (section: string) => {
  await page.click(`.desk-nav >> text=${section}`);
  await expectAccessible(page);
};

// Without script: everything works by forms and addresses.
describeInBrowser('an administrator, in a browser without script', () => {
  beforeAll(async () => {
    desk = await openDeskProduct();
    await desk.addUser('ana@estado.example', 'Ana Administra', 'administrator');
    page = await desk.signIn('ana@estado.example', { script: false });
  });
  afterAll(() => desk?.close());

  it('is told what is wrong with a new body, and loses nothing of what was typed', async () => {
    await go('Organizaciones');
    await page.click('text=Dar de alta una organización');
    await page.fill('#nombre', 'Secretaría de los Ríos');
    await page.fill('#id', 'rios');
    await page.check('input[value="publisher"]');
    await page.fill('#prefijo', 'jalisco');
    await submit();
    expect(await page.innerText('.error-summary')).toContain('El prefijo es «ocds-» y seis letras o cifras');
    expect(await page.inputValue('#nombre')).toBe('Secretaría de los Ríos');
    await expectAccessible(page);
  });

  it('adds the body with its prefix', async () => {
    await page.fill('#prefijo', 'ocds-rio001');
    await submit();
    expect(await page.innerText('.done-note')).toContain('La organización quedó dada de alta.');
    expect(await page.innerText('main table')).toContain('Secretaría de los Ríos');
    await page.click('tr:has-text("Secretaría de los Ríos") >> text=Ver sus datos');
    expect(await page.inputValue('#ocidPrefix')).toBe('ocds-rio001');
    await expectAccessible(page);
  });

  it('sets what the body says of itself', async () => {
    await page.fill('#license', 'creativecommons.org');
    await submit();
    expect(await page.innerText('#license-fault')).toContain('con http:// o https://');
    await page.fill('#license', 'https://creativecommons.org/licenses/by/4.0/');
    await page.fill('#contactEmail', 'transparencia@rios.example');
    await submit();
    expect(await page.innerText('.done-note')).toContain('Los cambios quedaron guardados.');
    await expectAccessible(page);
  });

  it('invites its user, whose link is shown once', async () => {
    await go('Usuarios');
    await page.click('main >> text=Invitar a alguien');
    await page.fill('#nombre', 'Ramón Ríos');
    await page.fill('#correo', 'ramon@rios.example');
    await page.selectOption('#papel', 'publisher');
    await submit();
    expect(await page.innerText('#organizacion-fault')).toContain('se tiene en una organización');
    await page.selectOption('#organizacion', 'rios');
    await submit();
    invitation = await page.innerText('.secret .code');
    expect(invitation).toContain('/escritorio/invitacion/');
    await expectAccessible(page);
    await go('Usuarios');
    expect(await page.innerText('tr:has-text("Ramón Ríos")')).toMatch(/Publica.*Secretaría de los Ríos.*Invitada/s);
  });

  it('makes a key, which is shown once and revoked', async () => {
    await go('Llaves de la API');
    await page.click('text=Crear una llave');
    await page.fill('#nombre', 'Carga nocturna');
    await page.selectOption('#organizacion', 'rios');
    await expectAccessible(page);
    await submit();
    expect(await page.innerText('.secret .code')).toMatch(/^c7k_[0-9a-f]{16}_/);
    await page.click('text=Revocar…');
    await page.click('button:has-text("Revocar la llave")');
    expect(await page.innerText('main table')).toContain('Revocada');
    await expectAccessible(page);
  });

  it('adds a source, pauses it, changes when it is read', async () => {
    await go('Fuentes');
    await page.click('main >> text=Agregar una fuente');
    await page.click('text=Archivo en una dirección');
    await page.fill('#id', 'rios-csv');
    await page.selectOption('#publicador', 'rios');
    await page.fill('#url', 'https://rios.example/contratos.csv');
    await page.fill('#cron', '0 6 * * 1');
    await submit();
    expect(await page.innerText('#every-fault')).toContain('uno de los dos');
    await page.fill('#every', '');
    await expectAccessible(page);
    await submit();
    expect(await page.innerText('h1')).toBe('rios-csv');
    await expectAccessible(page);
    await page.click('button:has-text("Pausar")');
    expect(await page.innerText('main')).toContain('En pausa');
    await page.click('main >> text=Cambiar');
    expect(await page.inputValue('#cron')).toBe('0 6 * * 1');
    await page.fill('#cron', '');
    await page.fill('#every', '6h');
    await submit();
    expect(await page.innerText('main')).toContain('cada 6 h');
  });

  it('changes who monitors, with a reason, and what was said stays in the history', async () => {
    await go('Referencias');
    await page.click('main >> text=Papeles con nombre');
    await expectAccessible(page);
    await page.click('main tbody tr:last-child a');
    await expectAccessible(page);
    const before = await page.inputValue('#name');
    await page.fill('#name', 'Órgano garante inventado');
    await submit();
    expect(await page.innerText('#motivo-fault')).toContain('motivo');
    expect(await page.inputValue('#name')).toBe('Órgano garante inventado');
    await page.fill('#motivo', 'Cambió su nombre.');
    await submit();
    expect(await page.inputValue('#name')).toBe('Órgano garante inventado');
    expect(await page.innerText('main table')).toContain(before);
  });

  it('finds all of it in the audit trail', async () => {
    await go('Bitácora');
    const told = await page.innerText('main table');
    for (const action of [
      'Cambió una referencia',
      'Cambió una fuente',
      'Revocó una llave',
      'Invitó una cuenta',
      'Dio de alta un publicador',
    ])
      expect(told).toContain(action);
    await page.fill('#quien', 'nadie');
    await page.click('text=Filtrar');
    expect(await page.innerText('main')).toContain('Nada con estos filtros.');
  });

  it('is not let in where there is nothing for the new user', async () => {
    const other = await (await desk.browser.newContext()).newPage();
    await other.goto(invitation);
    await expectAccessible(other);
    for (const field of await other.locator('main input[type="password"]').all()) await field.fill(PASSWORD);
    await other.click('main button[type="submit"]');
    await other.goto(`${desk.origin}/escritorio`);
    expect(await other.innerText('.desk-nav')).toContain('Cargar un archivo');
    expect(await other.innerText('.desk-nav')).not.toContain('Usuarios');
    expect((await other.goto(`${desk.origin}/escritorio/usuarios`))?.status()).toBe(403);
    await other.goto(`${desk.origin}/escritorio/cargar`);
    expect(await other.innerText('main')).toContain('Se publica a nombre de Secretaría de los Ríos.');
  });
});
