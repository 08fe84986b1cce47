import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { allTrackingPages } from '../../apps/portal/src/desk/examples/all-tracking-pages.js';
import { allTrackerPages } from '../../apps/portal/src/tracker/examples/all-tracker-pages.js';
import { describeInBrowser, openBrowser } from './open-browser.js';

const ASSETS = join(process.cwd(), 'apps/portal/assets');
const ORIGIN = 'http://paginas.example';

const PAGES = {
  ...allTrackingPages('es'),
  ...Object.fromEntries(
    allTrackerPages('es')
      .filter(({ name }) => name.startsWith('tracker, invented'))
      .map(({ name, page }) => [name, page]),
  ),
};

/** What stands past the right edge of the window: the innermost of it. */
const OVERFLOWING = `[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1
  && getComputedStyle(one).position !== 'absolute' && one.childElementCount === 0).map((one) => one.outerHTML.slice(0, 120)).slice(0, 3)
  .concat(document.documentElement.scrollWidth > innerWidth ? ['the page is ' + document.documentElement.scrollWidth + ' px wide'] : [])`;

let browser: Browser;

/** Every page type of the tracker at the desk, the form of every task with a fault, and every public one, invented. */
describeInBrowser('each page of the tracker', () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it.each([390, 768, 1280])('stands within its window at %i px', async (width) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 900 } });
    await context.route(`${ORIGIN}/**`, async (route) => {
      const path = decodeURIComponent(new URL(route.request().url()).pathname);
      const name = path.slice(1);
      if (Object.hasOwn(PAGES, name))
        return route.fulfill({ body: PAGES[name]!, contentType: 'text/html; charset=utf-8' });
      const file = await readFile(join(ASSETS, path.replace(/^\/assets\//, ''))).catch(() => undefined);
      const contentType = path.endsWith('.css') ? 'text/css' : 'application/octet-stream';
      return file ? route.fulfill({ body: file, contentType }) : route.fulfill({ status: 404, body: '' });
    });
    const page = await context.newPage();
    for (const name of Object.keys(PAGES)) {
      await page.goto(`${ORIGIN}/${encodeURIComponent(name)}`);
      expect([name, await page.evaluate<string[]>(OVERFLOWING)]).toEqual([name, []]);
      const folder = process.env['C7_SCREENS'];
      if (folder)
        await page.screenshot({ path: `${folder}/${name.replaceAll(/\W+/g, '-')}-${width}.png`, fullPage: true });
    }
    await context.close();
  });
});
