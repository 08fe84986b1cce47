import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type DeskProduct, openDeskProduct } from './desk-product.js';
import { expectAccessible } from './expect-accessible.js';
import { describeInBrowser } from './open-browser.js';
import { type Reader, withKeyboard, withPointer } from './reader.js';

interface Party {
  readonly id: string;
  readonly name: string;
}

interface Told {
  readonly ocid: string;
  readonly awards: readonly { readonly id: string; readonly suppliers: readonly Party[] }[];
}

let desk: DeskProduct;
/** A supplier that won several times, once in a process whose award was then cancelled. */
let supplier: Party;
/** A process whose contract grew by an amendment. */
let amended: string;

const api = async <T>(path: string) => JSON.parse((await desk.product.get(path)).text) as T;

async function compiled(ocid: string): Promise<Told> {
  const { records } = await api<{ records: { compiledRelease: Told }[] }>(`/api/v1/records/${ocid}`);
  return records[0]!.compiledRelease;
}

/** Cancels an award of the demonstration, as its publisher would: by a file with one more release. */
async function cancelOneAward(): Promise<Party> {
  const { processes } = await api<{ processes: { ocid: string }[] }>('/api/v1/processes?stage=contract&limit=1');
  const { ocid, awards } = await compiled(processes[0]!.ocid);
  const [award] = awards;
  const release = {
    ocid,
    id: 'cancelacion-1',
    date: new Date().toISOString(),
    tag: ['awardUpdate'],
    initiationType: 'tender',
    awards: [{ ...award, status: 'cancelled' }],
  };
  const path = join(desk.product.folder, 'cancelacion.jsonl');
  await writeFile(path, `${JSON.stringify(release)}\n`);
  await desk.c7('ingest', path, '--publisher', 'demo', '--wait');
  return award!.suppliers[0]!;
}

async function findAmended(): Promise<string> {
  for (let path: string | undefined = '/api/v1/changes?after=0&limit=500'; path;) {
    const page: { releases: { ocid: string; tag: string[] }[]; links: { next?: string } } = await api(path);
    const found = page.releases.find(({ tag }) => tag.includes('contractAmendment'));
    if (found) return found.ocid;
    path = page.links.next?.replace(/^https?:\/\/[^/]+/, '');
  }
  throw new Error('The demonstration has no amendment.');
}

/** Letters that people mix up. */
const misspelt = (name: string) => name.toLowerCase().replaceAll('v', 'b').replaceAll('z', 's').replace(/ll/, 'y');

const WAYS: readonly (readonly [way: string, script: boolean, reader: (page: Page) => Reader])[] = [
  ['by keyboard alone', true, withKeyboard],
  ['without script', false, withPointer],
];

describeInBrowser('people who come to the public site', () => {
  beforeAll(async () => {
    desk = await openDeskProduct('--demo');
    supplier = await cancelOneAward();
    amended = await findAmended();
  });
  afterAll(() => desk?.close());

  describe.each(WAYS)('%s', (_, script, reader) => {
    let one: Reader;
    let page: Page;

    beforeAll(async () => {
      const context = await desk.browser.newContext({
        javaScriptEnabled: script,
        viewport: { width: 1280, height: 900 },
        locale: 'es-MX',
        acceptDownloads: true,
      });
      context.setDefaultTimeout(20_000);
      page = await context.newPage();
      one = reader(page);
    });
    afterAll(() => page.context().close());

    const text = () => page.innerText('main');

    it('a citizen finds who sold paper to one secretariat, for how much and how late it was told, and takes the list along', async () => {
      await page.goto(desk.origin);
      await one.write(page.locator('main input[type="search"]'), 'papelería');
      await one.follow(page.locator('main form[role="search"] button, main form.search button').first());
      expect(await page.innerText('h1')).toMatch(/procedimientos con «papelería»/);
      await one.follow(page.locator('main .facets a[href*="buyer="]', { hasText: 'Secretaría' }).first());
      await one.follow(page.locator('main .sorts a[href*="sort=amount"]'));
      const amounts = (await page.locator('main .result-money .amount').allInnerTexts()).map(pesos);
      expect(amounts.length).toBeGreaterThan(1);
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
      const list = page.url();
      await one.follow(page.locator('main .result', { hasText: 'Ganó:' }).locator('h2 a').first());
      expect(await text()).toMatch(/Ganó .+, por \$[\d,]+\.\d\d MXN/s);
      expect(await text()).toMatch(/Publicado .*(después|antes) del fallo|el día del fallo/);
      await expectAccessible(page);
      await page.goto(list);
      const file = await one.download(page.locator('main a[href*="busqueda.xlsx"]'));
      expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
      expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
    });

    it('a supplier finds itself by its RFC and by a misspelt name, sees what it won and what was cancelled, and follows tenders', async () => {
      const rfc = supplier.id.replace(/^MX-RFC-/, '');
      await page.goto(`${desk.origin}/proveedores`);
      await one.write(page.locator('main input[type="search"]'), rfc);
      await one.follow(page.locator('main form.search button, main form[role="search"] button').first());
      expect(await text()).toContain(supplier.name);
      await one.write(page.locator('main input[type="search"]'), misspelt(supplier.name));
      await one.follow(page.locator('main form.search button, main form[role="search"] button').first());
      await one.follow(page.locator('main table a', { hasText: supplier.name }).first());
      expect(await text()).toMatch(/ganó (una adjudicación|\d+ adjudicaciones)/i);
      await one.follow(page.locator('main section', { hasText: 'Lo que no prosperó' }).locator('a').first());
      expect(await text()).toMatch(/cancelad/i);
      await expectAccessible(page);
      await page.goto(`${desk.origin}/licitaciones-abiertas`);
      await one.choose(page.locator('main select').first(), 'Bienes');
      await one.follow(page.locator('main form button', { hasText: 'Filtrar' }));
      expect(page.url()).toContain('category=goods');
      const feed = await page.locator('main a[href*="licitaciones-abiertas.atom"]').getAttribute('href');
      expect(feed).toContain('category=goods');
      expect((await desk.product.get(feed!)).text).toContain('<feed');
      expect(await text()).toContain('Este sitio no envía avisos por correo; lo nuevo se puede seguir con los canales');
      expect(await page.locator('main form[action*="alertas"]').count()).toBe(0);
    });

    it('a journalist sees by how much an amendment made a contract grow, and cites it', async () => {
      await page.goto(`${desk.origin}/procesos/${amended}`);
      const contract = await page.locator('main section', { hasText: 'Valor original' }).last().innerText();
      expect(contract).toMatch(
        /Convenio modificatorio\s.*\$[\d,.]+ MXN.*\$[\d,.]+ MXN.*Aumentó \$[\d,.]+ MXN.* \([\d.]+ %\)/s,
      );
      expect(contract).toMatch(/Valor hoy\s.*más que al principio \([\d.]+ %\)/s);
      expect(contract).toMatch(/Pagado hasta hoy\s.*(No se publicó|% del valor de hoy)/s);
      const line = page
        .locator('main tr', { hasText: 'Convenio modificatorio' })
        .locator('a[href*="/cambios"]')
        .first();
      await one.follow(line);
      expect(await page.innerText('h1')).toContain('Qué cambió');
      const row =
        /Monto del contrato · Cantidad\s+\$([\d,.]+) MXN\s+\$([\d,.]+) MXN\s+Aumentó \$([\d,.]+) MXN.*\(([\d.]+) %\)/;
      const [before, after, grown, percent] = (row.exec(await text()) ?? []).slice(1).map(pesos);
      expect(after! - before!).toBeCloseTo(grown!, 2);
      expect((grown! * 100) / before!).toBeCloseTo(percent!, 0);
      await expectAccessible(page);
      const cited = (await page.locator('main a.cited').getAttribute('href'))!;
      const seen = await text();
      await page.goto(desk.origin + cited);
      expect(await text()).toBe(seen);
    });

    it('a monitor goes from what is measured to the buyers, to the latest process, to the place in its file', async () => {
      await page.goto(`${desk.origin}/compromisos/7`);
      await one.follow(page.locator('main a[href$="/cumplimiento"]').first());
      const lag = page.locator('main section', { hasText: '¿Cuántos días pasan entre el hecho y su publicación?' });
      await one.follow(lag.locator('a[href$="/compradores"]').first());
      await one.follow(page.locator('main table a[href*="/compradores/"]').first());
      const late = page.locator('main section', { hasText: 'Lo que más tardó' });
      expect(await late.innerText()).toMatch(/Días después del fallo/i);
      await one.follow(late.locator('a').first());
      expect(await text()).toMatch(/\d+ días después del fallo/);
      const source = page.locator('main section', { hasText: 'Lugar en el archivo' }).last();
      expect(await source.innerText()).toMatch(/demostracion-600-7\.jsonl\s+Documento [\d,]+/);
      await expectAccessible(page);
    });
  });

  it('somebody with a telephone and no script reads a process and the commitments', async () => {
    const context = await desk.browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
      locale: 'es-MX',
    });
    const page = await context.newPage();
    await page.goto(desk.origin);
    await page.locator('main .result h2 a, main article a').first().tap();
    expect(await page.innerText('main')).toContain('Las cinco etapas');
    await page.locator('.masthead nav a', { hasText: 'Compromisos' }).tap();
    for (const words of ['Declarado', 'Evaluado', 'Medido']) expect(await page.innerText('main')).toContain(words);
    await page.locator('main a[href="/compromisos/7"]').first().tap();
    expect(await page.innerText('h1')).toMatch(/contrata|compras/i);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
    await expectAccessible(page);
    await context.close();
  });
});

function pesos(text: string): number {
  return Number(text.replaceAll(/[^\d.]/g, ''));
}
