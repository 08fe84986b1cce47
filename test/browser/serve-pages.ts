import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const ASSETS = join(process.cwd(), 'apps/portal/assets');

/** Pages that were made without a product, at addresses of their own, dressed as the product dresses them. */
export interface ServedPages {
  readonly origin: string;
  close(): Promise<void>;
}

/** @param pages by path, without its first stroke */
export async function servePages(pages: Readonly<Record<string, string>>): Promise<ServedPages> {
  const server = createServer(async (request, reply) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const page = Object.hasOwn(pages, pathname.slice(1)) ? pages[pathname.slice(1)] : undefined;
    const file = page ?? (await readFile(join(ASSETS, pathname.replace('/assets/', ''))).catch(() => undefined));
    const type = page === undefined ? typeOf(pathname) : 'text/html; charset=utf-8';
    reply.writeHead(file === undefined ? 404 : 200, { 'content-type': type }).end(file);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function typeOf(path: string): string {
  return path.endsWith('.css') ? 'text/css' : 'application/octet-stream';
}
