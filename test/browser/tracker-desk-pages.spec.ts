import type { Browser } from 'playwright-core';
import { allTrackingPages } from '../../apps/portal/src/desk/examples/all-tracking-pages.js';
import { allTrackerPages } from '../../apps/portal/src/tracker/examples/all-tracker-pages.js';
import { lookThrough } from './look-through.js';
import { describeInBrowser, openBrowser } from './open-browser.js';
import { type ServedPages, servePages } from './serve-pages.js';

const invented = allTrackerPages('es').filter(({ name }) => name.startsWith('tracker, invented'));
const named = [...Object.entries(allTrackingPages('es')), ...invented.map(({ name, page }) => [name, page] as const)];
const PAGES = Object.fromEntries(named.map(([name, page]) => [name.replaceAll(/\W+/g, '-'), page]));

let browser: Browser;
let served: ServedPages;

/** Every page type of the tracker at the desk, the form of every task with a fault, and every public one, invented. */
describeInBrowser('each page of the tracker', () => {
  beforeAll(async () => {
    [browser, served] = await Promise.all([openBrowser(), servePages(PAGES)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  it('is accessible and fits its window', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const paths = Object.fromEntries(Object.keys(PAGES).map((name) => [name, `/${name}`]));
    const wrong = await lookThrough(await context.newPage(), served.origin, paths, 'tareas', { lookedAt: [390] });
    expect(wrong).toEqual([]);
    await context.close();
  });
});
