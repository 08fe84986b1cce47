import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { allPages } from '../../apps/portal/src/examples/all-pages.js';
import { stickingOut } from './look-through.js';
import { CHROMIUM, describeInBrowser, FLAGS } from './open-browser.js';
import { type ServedPages, servePages } from './serve-pages.js';

const PAGES = Object.fromEntries(
  allPages('es')
    .filter(({ name }) => !/^tracker, (seeded|titles)|^task/.test(name))
    .map(({ name, page }) => [name.replaceAll(/\W+/g, '-'), page]),
);

/** What browsers set letters in when nobody asks for larger ones, twice. */
const LARGE = '--blink-settings=defaultFontSize=32';

let browser: Browser;
let served: ServedPages;

/** A window of somebody with settings of their own, at each page in turn. */
async function through(options: BrowserContextOptions, look: (page: Page, name: string) => Promise<void>) {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  for (const name of Object.keys(PAGES)) {
    await page.goto(`${served.origin}/${name}`);
    await look(page, name);
  }
  await context.close();
}

describeInBrowser('for a reader with settings of their own', () => {
  beforeAll(async () => {
    const opened = chromium.launch({ executablePath: CHROMIUM!, args: [...FLAGS, LARGE] });
    [browser, served] = await Promise.all([opened, servePages(PAGES)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  it.each([320, 1280])('with letters twice as large each page fits its window of %i px', async (width) => {
    const wide: string[] = [];
    await through({ viewport: { width, height: 900 } }, async (page, name) => {
      wide.push(...(await stickingOut(page)).map((what) => `${name}: ${what}`));
    });
    expect(wide).toEqual([]);
  });

  it('with colours of their own, what is drawn takes them and what was added is underlined', async () => {
    const DRAWN = `[...new Set([...document.querySelectorAll('.bar')].map((one) => getComputedStyle(one).fill))]`;
    const ADDED = `[...new Set([...document.querySelectorAll('ins')].map((one) => getComputedStyle(one).textDecorationLine))]`;
    const drawn = new Set<string>();
    const added = new Set<string>();
    await through({ forcedColors: 'active', colorScheme: 'dark' }, async (page) => {
      for (const colour of await page.evaluate<string[]>(DRAWN)) drawn.add(colour);
      for (const line of await page.evaluate<string[]>(ADDED)) added.add(line);
    });
    expect([...drawn].toSorted()).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect([...added]).toEqual(['underline']);
  });
});
