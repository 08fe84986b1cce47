import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type DeskProduct, openDeskProduct } from './desk-product.js';
import { expectAccessible } from './expect-accessible.js';
import { describeInBrowser } from './open-browser.js';
import { addTrackerPeople } from './tracker-people.js';

let desk: DeskProduct;
let secretariat: Page;
let implementer: Page;
let committee: Page;
let monitor: Page;

const TRACKING = '/escritorio/seguimiento';

/** Looks at each kind of page once, and at its form with faults once. */
const seen = new Set<string>();
async function look(page: Page): Promise<void> {
  const address = new URL(page.url()).pathname.replaceAll(/(meta|rep|eva|dec)-[^/]+/g, ':id');
  const shape = `${address} ${await page.locator('.error-summary').count()}`;
  if (seen.has(shape)) return;
  seen.add(shape);
  await expectAccessible(page);
}

/** Opens the desk's tracker, and what waits there or stands in its list. */
async function open(page: Page, what: string): Promise<void> {
  await page.goto(desk.origin + TRACKING);
  await look(page);
  await page.click(`main >> text=${what}`);
  await look(page);
}

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.fill(`#${name}`, value);
}

const choose = (page: Page, name: string, value: string) => page.check(`input[name="${name}"][value="${value}"]`);

async function submit(page: Page): Promise<void> {
  await page.click('main .form button[type="submit"]');
  await look(page);
}

async function recorded(page: Page): Promise<void> {
  expect(await page.locator('.error-summary').allInnerTexts()).toEqual([]);
  expect(await page.innerText('.done-note')).toContain('Quedó registrado en el historial público.');
}

describeInBrowser('a commitment from its first report to the annual report', () => {
  beforeAll(async () => {
    desk = await openDeskProduct();
    const people = await addTrackerPeople(desk);
    // Without script: everything works by forms and addresses.
    secretariat = await people.enter('secretariat', { script: false });
    implementer = await people.enter('implementer', { script: false });
    committee = await people.enter('counterpart');
    monitor = await people.enter('monitor');
  });
  afterAll(() => desk?.close());

  it('is given to who implements it, and a meta that a session set', async () => {
    await open(secretariat, 'Sesiones y acuerdos');
    await secretariat.click('main >> text=Registrar una sesión');
    await fill(secretariat, { nombre: 'Primera ordinaria inventada', fecha: '2026-01-20' });
    await submit(secretariat);
    await recorded(secretariat);
    await open(secretariat, 'Intervención en Lomas de Polanco');
    await secretariat.click('main >> text=Decir quién implementa');
    await secretariat.selectOption('#responsable', 'obras');
    await fill(secretariat, { motivo: 'Oficio 12/2026' });
    await submit(secretariat);
    await recorded(secretariat);
    await secretariat.click('main >> text=Agregar una meta');
    await fill(secretariat, { titulo: 'Parque abierto', vence: '2099-06-30' });
    await submit(secretariat);
    expect(await secretariat.innerText('#motivo-fault')).toContain('Motivo');
    await secretariat.selectOption('#sesion', { label: 'Primera ordinaria inventada (2026-01-20)' });
    await fill(secretariat, { motivo: 'La fijó el secretariado' });
    await submit(secretariat);
    expect(await secretariat.innerText('main')).toContain('Parque abierto');
  });

  it('is reported, and the report is returned with its reason', async () => {
    await open(implementer, 'Intervención en Lomas de Polanco');
    await implementer.click('main >> text=Parque abierto');
    await implementer.click('main >> text=Reportar avance');
    await choose(implementer, 'nivel', 'limitado');
    await fill(implementer, { avance: 'Está el proyecto.' });
    await submit(implementer);
    expect(await implementer.innerText('#retos-fault')).toContain('Faltan los retos');
    expect(await implementer.inputValue('#avance')).toBe('Está el proyecto.');
    await fill(implementer, { retos: 'Falta el terreno.' });
    await submit(implementer);
    await recorded(implementer);
    await open(committee, 'Parque abierto');
    expect(await committee.innerText('main')).toContain('Falta el terreno.');
    await choose(committee, 'veredicto', 'returned');
    await submit(committee);
    expect(await committee.innerText('#motivo-fault')).toContain('Falta el motivo');
    await fill(committee, { motivo: 'Decir cuándo se tendrá el terreno.' });
    await submit(committee);
    await recorded(committee);
  });

  it('is reported again as complete, which takes evidence, and is accepted', async () => {
    await open(implementer, 'Parque abierto');
    expect(await implementer.innerText('main')).toContain('Decir cuándo se tendrá el terreno.');
    await choose(implementer, 'nivel', 'completo');
    await fill(implementer, { avance: 'El parque abrió.' });
    await submit(implementer);
    expect(await implementer.innerText('#archivo-fault')).toContain('No hay «completo» sin evidencia.');
    const act = join(desk.product.folder, 'acta.pdf');
    await writeFile(act, '%PDF-1.7\nacta de entrega');
    await fill(implementer, { titulo: 'Acta de entrega', prueba: 'Que el parque se entregó' });
    await implementer.selectOption('#clase', 'documento_oficial');
    await implementer.setInputFiles('#archivo', act);
    await submit(implementer);
    await recorded(implementer);
    expect(await implementer.innerText('main')).toContain('Reportada como cumplida');
    await open(committee, 'Parque abierto');
    await choose(committee, 'veredicto', 'accepted');
    await submit(committee);
    expect(await committee.innerText('main')).toContain('Verificada');
  });

  it('is declared complete on that evidence', async () => {
    await open(implementer, 'Intervención en Lomas de Polanco');
    await implementer.click('main >> text=Declarar el cumplimiento');
    await choose(implementer, 'nivel', 'completo');
    await fill(implementer, { declaracion: 'El parque está abierto.' });
    await submit(implementer);
    expect(await implementer.innerText('#evidencias-fault')).toContain('No hay «completo» sin evidencia.');
    await implementer.check('#evidencias');
    await submit(implementer);
    await recorded(implementer);
  });

  it('is assessed lower by the monitor, and replied to', async () => {
    await open(monitor, 'Intervención en Lomas de Polanco');
    await monitor.click('main >> text=Empezar una evaluación');
    await choose(monitor, 'nivel', 'limitado');
    await fill(monitor, { narrativa: 'El parque abre dos horas al día.' });
    await submit(monitor);
    expect(await monitor.innerText('.done-note')).toContain('Falta enviarlo a réplica');
    await monitor.click('main >> text=Enviar a réplica');
    await submit(monitor);
    expect(await monitor.innerText('.error-summary')).toContain('Falta la declaración de conflicto de intereses');
    await open(monitor, 'Intervención en Lomas de Polanco');
    await monitor.click('main >> text=Escribir');
    await fill(monitor, { conflicto: 'No hay conflicto de intereses.' });
    await submit(monitor);
    await monitor.click('main >> text=Enviar a réplica');
    await submit(monitor);
    await recorded(monitor);
    await open(implementer, 'Intervención en Lomas de Polanco');
    expect(await implementer.innerText('main')).toContain('El parque abre dos horas al día.');
    await choose(implementer, 'postura', 'no');
    await fill(implementer, { replica: 'Desde marzo abre todo el día.' });
    await submit(implementer);
    await recorded(implementer);
  });

  it('shows the discrepancy to everybody once the assessment is final', async () => {
    await open(monitor, 'Intervención en Lomas de Polanco');
    expect(await monitor.innerText('main')).toContain('Desde marzo abre todo el día.');
    await submit(monitor);
    await recorded(monitor);
    await monitor.goto(`${desk.origin}/compromisos/1`);
    await look(monitor);
    const told = await monitor.innerText('main');
    expect(told).toMatch(/discrepancia/i);
    for (const said of ['El parque abre dos horas al día.', 'Desde marzo abre todo el día.', 'Acta de entrega'])
      expect(told).toContain(said);
    await monitor.goto(`${desk.origin}/discrepancias`);
    expect(await monitor.innerText('main')).toContain('Intervención en Lomas de Polanco');
    await look(monitor);
  });

  it('is told in the annual report', async () => {
    await monitor.goto(`${desk.origin}/informe-anual/2017`);
    const told = await monitor.innerText('main');
    for (const said of ['Parque abierto', 'El parque abre dos horas al día.', 'Desde marzo abre todo el día.'])
      expect(told).toContain(said);
    await look(monitor);
  });
});
