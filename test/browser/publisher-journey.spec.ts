import type { Page } from 'playwright-core';
import { type DeskProduct, openDeskProduct } from './desk-product.js';
import { expectAccessible } from './expect-accessible.js';
import { describeInBrowser } from './open-browser.js';
import { type Quarter, writeQuarter } from './quarter.js';

let desk: DeskProduct;
let quarter: Quarter;
let page: Page;

describeInBrowser('a publisher', () => {
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
    quarter = await writeQuarter(desk);
    page = await desk.signIn('rosa@parques.example');
  });
  afterAll(() => desk?.close());

  const send = async (file: string) => {
    await page.setInputFiles('#archivo', file);
    await page.click('main button[type="submit"]');
    await page.waitForURL(/\/escritorio\/cargas\/[0-9a-f-]{36}$/);
    await page.getByText('Por confirmar').waitFor({ timeout: 60_000 });
  };

  it('finds nothing waiting, and the way to send a file', async () => {
    expect(await page.innerText('h1')).toBe('Nada espera');
    await expectAccessible(page);
    await page.click('main a:has-text("Cargar un archivo")');
    await expectAccessible(page);
  });

  it('is told at the field that the file is missing', async () => {
    await page.click('main button[type="submit"]');
    expect(await page.innerText('.error-summary')).toContain('Elegir el archivo que se va a cargar.');
    expect(await page.innerText('#archivo-fault')).toContain('Elegir el archivo');
    expect(await page.title()).toMatch(/^Error: /);
    await expectAccessible(page);
  });

  it('reads three mistakes by cell, before anything is published', async () => {
    await send(quarter.wrong);
    const told = await page.innerText('main');
    expect(told).toMatch(/Reporte de Formatos![A-Z]+3\s+Fecha del contrato/);
    expect(told).toContain('«31/02/2026»');
    expect(told).toContain('«mil pesos»');
    expect(told).toContain('La fila no tiene número de expediente');
    expect((await desk.product.get('/api/v1/records?publisher=parques')).text).not.toContain('ocds-pqj001');
    await expectAccessible(page);
  });

  it('takes the workbook back with notes', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('text=Descargar el libro anotado'),
    ]);
    expect(download.suggestedFilename()).toBe('trimestre-1-observaciones.xlsx');
  });

  it('sends the corrected file, and is told what was fixed', async () => {
    await page.click('text=Cargar el archivo corregido');
    await expectAccessible(page);
    await send(quarter.right);
    const told = await page.innerText('main');
    expect(told).toContain('3 celdas corregidas');
    expect(told).toContain('No queda ninguna de las faltas anteriores.');
    await expectAccessible(page);
  });

  it('confirms it, and sees its processes on the public site', async () => {
    await page.click('text=Confirmar y publicar');
    await page.getByText('Publicada', { exact: true }).waitFor({ timeout: 60_000 });
    await expectAccessible(page);
    await page.click('text=Mantenimiento de elevadores');
    await page.click('text=Verlo en el sitio público');
    expect(await page.innerText('h1')).toContain('Mantenimiento de elevadores');
    await expectAccessible(page);
  });

  it('corrects an amount: sees what changes, gives a reason, and it is published', async () => {
    await page.goto(`${desk.origin}/escritorio/procesos/ocds-pqj001-LPN-002-2026`);
    await expectAccessible(page);
    await page.click('main >> text=Corregir');
    await expectAccessible(page);
    const amount = page.locator('section', { hasText: 'Contratos' }).getByLabel(/monto/i).first();
    await amount.fill('384000');
    await page.click('main button[type="submit"]');
    expect(await page.innerText('.error-summary')).toContain('Motivo de la corrección');
    expect(await amount.inputValue()).toBe('384000');
    await page.fill('#motivo', 'Se capturó con dos cifras cambiadas.');
    await page.click('main button[type="submit"]');
    const review = await page.innerText('main');
    expect(review).toMatch(/\$?348,000.*\$?384,000/s);
    expect(review).toContain('Se capturó con dos cifras cambiadas.');
    await expectAccessible(page);
    await page.click('text=Publicar la corrección');
    await page.waitForURL(/hecho=publicada/);
    await expectAccessible(page);
    expect((await desk.product.get('/procesos/ocds-pqj001-LPN-002-2026')).text).toContain('$384,000.00');
  });

  it('withdraws a process with its reason, and puts it back', async () => {
    const path = '/escritorio/procesos/ocds-pqj001-LPN-003-2026';
    await page.goto(`${desk.origin}${path}`);
    await page.click('main >> text=Retirar');
    await expectAccessible(page);
    await page.fill('#motivo', 'Se publicó dos veces.');
    await page.click('main button[type="submit"]');
    await page.waitForURL(/hecho=retirado/);
    expect((await desk.product.get('/procesos/ocds-pqj001-LPN-003-2026')).status).toBe(410);
    await page.click('main >> text=Restituir');
    await page.fill('#motivo', 'Era otro.');
    await page.click('main button[type="submit"]');
    await page.waitForURL(/hecho=restituido/);
    expect((await desk.product.get('/procesos/ocds-pqj001-LPN-003-2026')).status).toBe(200);
  });
});
