import type { Browser, Page } from 'playwright-core';
import { inventedExploration } from '../../apps/portal/src/examples/invented-charts.js';
import {
  inventedBuyer,
  inventedOpenTenders,
  inventedSupplier,
} from '../../apps/portal/src/examples/invented-parties.js';
import { inventedProcess } from '../../apps/portal/src/examples/invented-views.js';
import { explorePage } from '../../apps/portal/src/pages/explore.page.js';
import { openTendersPage } from '../../apps/portal/src/pages/open-tenders.page.js';
import { partyPage } from '../../apps/portal/src/pages/party.page.js';
import { processPage } from '../../apps/portal/src/pages/process.page.js';
import { TRACKER_PAGES } from '../../apps/portal/src/tracker/examples/all-tracker-pages.js';
import { inventedTracker } from '../../apps/portal/src/tracker/examples/invented-tracker.js';
import { describeInBrowser, openBrowser } from './open-browser.js';
import { type ServedPages, servePages } from './serve-pages.js';

const process = inventedProcess();
const releases = Array.from({ length: 10 }, (_, n) => ({
  id: `r${n + 1}`,
  date: `2024-05-${10 + n}T15:00:00Z`,
  tags: ['implementation'],
  receivedAt: `2024-05-${10 + n}T16:00:00Z`,
}));
const tracked = (name: string) => TRACKER_PAGES[name]!(inventedTracker('es'))!;

const PAGES = {
  process: processPage({ ...process, releases }),
  supplier: partyPage(inventedSupplier()),
  buyer: partyPage(inventedBuyer()),
  'open-tenders': openTendersPage(inventedOpenTenders()),
  commitment: tracked('commitment with questions'),
  measured: tracked('measured'),
  report: tracked('issued report'),
  charts: explorePage(inventedExploration()),
};
const names = Object.keys(PAGES) as readonly (keyof typeof PAGES)[];

/** What of the page would be printed though only a screen can use it: controls, and columns that say the same link in each row. */
const USELESS = `(() => {
  const shown = (one) => one.getClientRects().length > 0;
  const controls = [...document.querySelectorAll('button, input, select, textarea, summary, nav')].filter((one) =>
    shown(one) && !one.matches('details[open] > summary, .report-contents'));
  const columns = [...document.querySelectorAll('main table')].flatMap((table) =>
    [...table.querySelectorAll('thead th')].filter((head, index) => {
      const cells = [...table.querySelectorAll('tbody tr')].map((row) => row.cells[index]).filter((one) => one?.textContent.trim());
      return shown(head) && cells.length > 1 && new Set(cells.map((one) => one.textContent)).size === 1
        && cells.every((one) => one.querySelector('a')?.textContent.trim() === one.textContent.trim());
    }));
  return [...controls, ...columns].map((one) => one.outerHTML.slice(0, 120));
})()`;

let browser: Browser;
let served: ServedPages;
let page: Page;

describeInBrowser('on paper', () => {
  beforeAll(async () => {
    [browser, served] = await Promise.all([openBrowser(), servePages(PAGES)]);
    const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'dark' });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const sheetsOf = async (name: keyof typeof PAGES) => {
    await page.goto(`${served.origin}/${name}`);
    const pdf = await page.pdf({ format: 'Letter', preferCSSPageSize: true });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
  };

  it('a process with ten releases takes two sheets; a supplier, a buyer and the open tenders no more', async () => {
    const sheets = async (name: keyof typeof PAGES) => [name, await sheetsOf(name)] as const;
    expect(await sheets('process')).toEqual(['process', 2]);
    for (const name of ['supplier', 'buyer', 'open-tenders'] as const) expect((await sheets(name))[1]).toBeLessThan(3);
  });

  it.each(names)('nothing that can only be clicked takes room, and the address is written out: %s', async (name) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.goto(`${served.origin}/${name}`);
    expect(await page.evaluate(USELESS)).toEqual([]);
    const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
    expect(await page.locator('.colophon').innerText()).toContain(canonical);
  });

  it('a chart keeps its bars, on one sheet with what it answers', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.goto(`${served.origin}/charts`);
    const drawn = `[...document.querySelectorAll('.bars .bar')].every((one) => one.getBoundingClientRect().height > 0)`;
    const whole = `[...document.querySelectorAll('.charted')].every((one) => getComputedStyle(one).breakInside === 'avoid')`;
    expect([await page.evaluate(drawn), await page.evaluate(whole)]).toEqual([true, true]);
  });

  it('is black on white for whoever reads on dark screens', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(`${served.origin}/process`);
    const colours = `(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))`;
    expect(await page.evaluate(colours)).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
});
