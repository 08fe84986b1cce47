import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { type DeskProduct, openDeskProduct } from './desk-product.js';
import { expectAccessible } from './expect-accessible.js';
import { describeInBrowser } from './open-browser.js';
import { type Quarter, writeQuarter } from './quarter.js';

let desk: DeskProduct;
let quarter: Quarter;
let rosa: Page;
let raul: Page;

describeInBrowser('a publisher and who reviews', () => {
  beforeAll(async () => {
    desk = await openDeskProduct();
    const name = ['--name', 'Secretaría de Parques y Jardines', '--prefix', 'ocds-pqj001'];
    await desk.c7('publisher', 'add', 'parques', ...name);
    await desk.addUser('rosa@parques.example', 'Rosa Robledo', 'publisher@parques');
    await desk.addUser('raul@parques.example', 'Raúl Revisa', 'reviewer@parques');
    quarter = await writeQuarter(desk);
    rosa = await desk.signIn('rosa@parques.example');
    raul = await desk.signIn('raul@parques.example');
  });
  afterAll(() => desk?.close());

  const sent = async () => {
    await rosa.waitForURL(/\/escritorio\/cargas\/[0-9a-f-]{36}$/);
    await rosa.getByText('Por confirmar').waitFor({ timeout: 60_000 });
  };

  it('sends a file by dropping it, and gives it up', async () => {
    await rosa.goto(`${desk.origin}/escritorio/cargar`);
    const bytes = JSON.stringify([...(await readFile(quarter.right))]);
    const dropped = await rosa.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(${bytes})], 'soltado.xlsx'));
      return transfer;
    })()`);
    await rosa.dispatchEvent('[data-drop]', 'dragover', { dataTransfer: dropped });
    await rosa.dispatchEvent('[data-drop]', 'drop', { dataTransfer: dropped });
    expect(await rosa.innerText('main')).toContain('soltado.xlsx');
    await rosa.click('main button[type="submit"]');
    await sent();
    await rosa.click('text=Cancelar la carga');
    await rosa.waitForURL(/hecho=cancelada/);
    expect(await rosa.innerText('main')).toContain('Cancelada');
    await expectAccessible(rosa);
  });

  it('takes it up again, and publishes it', async () => {
    await rosa.click('button:has-text("Reintentar")');
    await rosa.getByText('Por confirmar').waitFor({ timeout: 60_000 });
    await rosa.click('text=Confirmar y publicar');
    await rosa.getByText('Publicada', { exact: true }).waitFor({ timeout: 60_000 });
    await rosa.goto(`${desk.origin}/escritorio/procesos`);
    expect(await rosa.innerText('main table')).toContain('Renta de vehículos');
    await expectAccessible(rosa);
  });

  it('has corrections looked at by a second person, once the reviewer asks for it', async () => {
    await raul.goto(`${desk.origin}/escritorio/publicador/parques`);
    await raul.check('input[name="corrections"][value="review"]');
    await raul.click('main .form button[type="submit"]');
    await raul.waitForURL(/hecho=guardado/);
    await rosa.goto(`${desk.origin}/escritorio/procesos/ocds-pqj001-LPN-002-2026/corregir`);
    await rosa.locator('section', { hasText: 'Contratos' }).getByLabel(/monto/i).first().fill('384000');
    await rosa.fill('#motivo', 'Se capturó con dos cifras cambiadas.');
    await rosa.click('main button[type="submit"]');
    await rosa.click('text=Enviar a aprobación');
    await rosa.waitForURL(/hecho=propuesta/);
    expect(await rosa.locator('button:has-text("Aprobar y publicar")').count()).toBe(0);
    await expectAccessible(rosa);
    expect((await desk.product.get('/procesos/ocds-pqj001-LPN-002-2026')).text).not.toContain('$384,000.00');
  });

  it('is approved by that person, who sees what it changes', async () => {
    await raul.goto(`${desk.origin}/escritorio`);
    expect(await raul.innerText('main')).toContain('Correcciones por aprobar');
    await expectAccessible(raul);
    await raul.goto(rosa.url().split('?')[0]!);
    expect(await raul.innerText('main')).toMatch(/348,000.*384,000/s);
    await expectAccessible(raul);
    await raul.click('text=Rechazarla…');
    await raul.click('details button[type="submit"]');
    expect(await raul.innerText('.error-summary')).toMatch(/motivo/i);
    await expectAccessible(raul);
    await raul.click('button:has-text("Aprobar y publicar")');
    await raul.waitForURL(/hecho=aprobada/);
    expect((await desk.product.get('/procesos/ocds-pqj001-LPN-002-2026')).text).toContain('$384,000.00');
  });
});
