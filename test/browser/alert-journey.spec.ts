import type { Browser, Page } from 'playwright-core';
import { findPublisher, ingestFile } from '#publishing';
import { alertWords } from '../../apps/portal/src/alerts/alert-words.js';
import { examplePackage, exampleRelease } from '../example-releases.js';
import {
  digestsOf,
  linkIn,
  nextDay,
  origin,
  query,
  sendWaiting,
  smtp,
  test,
  useAlertSite,
} from '../integration/mail/alert-site.js';
import { writeInput } from '../write-input.js';
import { faultsOf } from './look-through.js';
import { describeInBrowser, openBrowser } from './open-browser.js';

/** A tender that takes offers for a month. */
async function publishTender(title: string, category: string): Promise<void> {
  const ocid = `ocds-xs1qbl-${title.replaceAll(' ', '-')}`;
  const endDate = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const tender = { id: '1', title, status: 'active', mainProcurementCategory: category, tenderPeriod: { endDate } };
  const release = { ...(exampleRelease(1) as object), ocid, id: `${ocid}-1`, tag: ['tender'], tender };
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage([release]));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
}

describeInBrowser('a supplier who follows the open tenders of its category by mail', () => {
  useAlertSite();
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'es-MX' });
    page = await context.newPage();
  });
  afterAll(() => browser?.close());

  afterEach(() => query('DELETE FROM subscriber'));

  it.each([
    ['in Spanish', 'es', ''],
    ['in English', 'en', '/en'],
  ] as const)(
    'asks on the page, confirms from the mail, gets the new ones alone, and leaves with one click, %s',
    async (_, language, under) => {
      const words = alertWords(language);
      const told = async () => ({ heading: await page.innerText('h1'), faults: await faultsOf(page) });
      await page.goto(`${origin}${under}/licitaciones-abiertas?category=goods`);
      await page.click('.alert-offer summary');
      await page.fill('input[name="correo"]', 'ventas');
      await page.click('.alert-offer button');
      expect(await told()).toEqual({ heading: words.refused, faults: [] });
      await page.fill('input[name="correo"]', 'ventas@proveedor.example');
      await page.check('input[value="daily"]');
      await page.click('main button[type="submit"]');
      expect(await told()).toEqual({ heading: words.received.title, faults: [] });

      await sendWaiting();
      const [asked] = smtp.received;
      expect(asked).toMatchObject({ to: 'ventas@proveedor.example', from: 'avisos@compras.example' });
      await page.goto(origin + linkIn(asked!, 'confirmar'));
      expect(await told()).toEqual({ heading: words.confirm.title, faults: [] });
      await page.click('main button');
      expect(await told()).toEqual({ heading: words.confirmed.title, faults: [] });

      await publishTender(`Compra de sillas ${language}`, 'goods');
      await publishTender(`Servicio de limpieza ${language}`, 'services');
      const [digest, ...others] = await digestsOf(nextDay());
      expect(others).toEqual([]);
      expect(digest!.text).toContain(`Compra de sillas ${language}`);
      expect(digest!.text).not.toContain('Servicio de limpieza');
      await page.goto(origin + linkIn(digest!, '/procesos/'));
      expect(await page.innerText('h1')).toBe(`Compra de sillas ${language}`);
      await page.goto(origin + linkIn(digest!, '/de/'));
      expect(await told()).toEqual({ heading: words.list.title, faults: [] });

      expect(digest!.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
      await page.goto(origin + linkIn(digest!, '/baja/'));
      expect(await told()).toEqual({ heading: words.end.title, faults: [] });
      await page.click('main button');
      expect(await told()).toEqual({ heading: words.end.done, faults: [] });
      expect(await query('SELECT FROM subscriber')).toEqual([]);
      await publishTender(`Compra de mesas ${language}`, 'goods');
      expect(await digestsOf(nextDay())).toEqual([]);
    },
    60_000,
  );
});
