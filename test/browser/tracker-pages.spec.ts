import { describeInBrowser } from './open-browser.js';
import { type DeskProduct, openDeskProduct } from './desk-product.js';
import { expectAccessible } from './expect-accessible.js';

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
  ])('is accessible and no wider than its window: «%s» at %i px', async (language, width) => {
    const context = await desk.browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const path of PAGES) {
      const reply = await page.goto(`${desk.origin}${language}/${path}`);
      expect([path, reply?.status()]).toEqual([path, 200]);
      await expectAccessible(page);
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect([path, wide]).toEqual([path, width]);
    }
    await context.close();
  });
});
