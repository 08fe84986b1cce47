import { join } from 'node:path';
import { describeInBrowser } from './open-browser.js';
import { type DeskProduct, openDeskProduct } from './desk-product.js';
import { lookThrough, type PageList } from './look-through.js';

const PAGES = [
  'compromisos',
  'compromisos/7',
  'metas/c7-metas',
  'cumplimiento',
  'secretariado',
  'sesiones',
  'sesiones/s-6o',
  'acuerdos',
  'comites',
  'comites/7',
  'recursos',
  'eventos',
  'liiga',
  'liiga/ocotlan',
  'evidencias',
  'evaluaciones',
  'discrepancias',
  'reprogramaciones',
  'inconsistencias',
  'historial',
  'planes',
  'planes/jalisco-2019-2021',
  'informe-anual',
  'informe-anual/2017',
];

let desk: DeskProduct;

describeInBrowser('the tracker, without script', () => {
  beforeAll(async () => {
    desk = await openDeskProduct();
  });
  afterAll(() => desk?.close());

  it.each([
    ['', 390],
    ['/en', 1280],
  ])('is accessible and fits its window: «%s», by axe at %i px', async (language, width) => {
    const context = await desk.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const pages = PAGES.map((path) => [path.replaceAll('/', '-'), `${language}/${path}`]);
    const folder = join('seguimiento', language);
    const list = Object.fromEntries(pages) as PageList;
    expect(await lookThrough(page, desk.origin, list, folder, { lookedAt: [width] })).toEqual([]);
    await context.close();
  });
});
