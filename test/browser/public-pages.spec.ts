import type { Page } from 'playwright-core';
import { type DeskProduct, openDeskProduct } from './desk-product.js';
import { lookThrough, type PageList } from './look-through.js';
import { describeInBrowser } from './open-browser.js';

let desk: DeskProduct;
let page: Page;

/** The first address that a page has for a selector, without its language. */
async function linkOn(path: string, selector: string): Promise<string> {
  await page.goto(desk.origin + path);
  return (await page.locator(selector).first().getAttribute('href'))!;
}

async function pages(): Promise<PageList> {
  const followed = await linkOn('/procesos?stage=implementation', 'main article a[href^="/procesos/"]');
  return {
    inicio: '/',
    busqueda: '/procesos?q=papel',
    'busqueda-filtrada': '/procesos?q=servicio&year=2025&method=open',
    'busqueda-vacia': '/procesos?q=inexistentisimo',
    expediente: followed,
    cambios: `${followed}/cambios`,
    proveedores: '/proveedores?q=sa',
    proveedor: await linkOn('/proveedores', 'main a[href^="/proveedores/"]'),
    compradores: '/compradores',
    comprador: await linkOn('/compradores', 'main a[href^="/compradores/"]'),
    'licitaciones-abiertas': '/licitaciones-abiertas',
    explorar: '/explorar',
    descargas: '/descargas',
    diccionario: '/diccionario',
    api: '/api/docs',
    acerca: '/acerca',
    'politica-de-publicacion': '/politica-de-publicacion',
    glosario: '/glosario',
    'como-leer-un-contrato': '/como-leer-un-contrato',
    accesibilidad: '/accesibilidad',
  };
}

describeInBrowser('the public site, without script', () => {
  beforeAll(async () => {
    desk = await openDeskProduct('--demo');
    const context = await desk.browser.newContext({ javaScriptEnabled: false, locale: 'es-MX' });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
  });
  afterAll(() => desk?.close());

  it('is accessible and fits its window', async () => {
    expect(await lookThrough(page, desk.origin, await pages(), 'sitio')).toEqual([]);
  });

  it('is so in English', async () => {
    const english = Object.entries(await pages()).map(([name, path]) => [name, path === '/' ? '/en' : `/en${path}`]);
    expect(await lookThrough(page, desk.origin, Object.fromEntries(english) as PageList, 'site')).toEqual([]);
  });
});
