import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { allTrackingPages } from '../../apps/portal/src/desk/examples/all-tracking-pages.js';
import { allTrackerPages } from '../../apps/portal/src/tracker/examples/all-tracker-pages.js';
import { lookThrough } from './look-through.js';
import { describeInBrowser, openBrowser } from './open-browser.js';

const ASSETS = join(process.cwd(), 'apps/portal/assets');

const invented = allTrackerPages('es').filter(({ name }) => name.startsWith('tracker, invented'));
const PAGES: ReadonlyMap<string, string> = new Map(
  [...Object.entries(allTrackingPages('es')), ...invented.map(({ name, page }) => [name, page] as const)].map(
    ([name, page]) => [name.replaceAll(/\W+/g, '-'), page],
  ),
);

/** The pages and what they are dressed in, as the product serves them. */
function servePages(): Promise<Server> {
  const server = createServer(async (request, reply) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const page = PAGES.get(pathname.slice(1));
    const file = page ?? (await readFile(join(ASSETS, pathname.replace('/assets/', ''))).catch(() => undefined));
    const type = page
      ? 'text/html; charset=utf-8'
      : pathname.endsWith('.css')
        ? 'text/css'
        : 'application/octet-stream';
    reply.writeHead(file ? 200 : 404, { 'content-type': type }).end(file);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

let browser: Browser;
let server: Server;

/** Every page type of the tracker at the desk, the form of every task with a fault, and every public one, invented. */
describeInBrowser('each page of the tracker', () => {
  beforeAll(async () => {
    [browser, server] = await Promise.all([openBrowser(), servePages()]);
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  it('is accessible and fits its window', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const pages = Object.fromEntries([...PAGES.keys()].map((name) => [name, name]));
    const wrong = await lookThrough(await context.newPage(), origin, pages, 'tareas', { lookedAt: [390] });
    expect(wrong).toEqual([]);
    await context.close();
  });
});
