import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type C7, freePort, startC7 } from './c7-process.js';

const STARTED = 'Ctrl-C lo detiene';

/** A product of its own: a folder, a data folder in it, and a port. */
export interface Product {
  readonly folder: string;
  readonly dataDir: string;
  readonly port: number;
  /** Starts `c7 up` and waits until it serves. */
  up(...more: readonly string[]): Promise<C7>;
  /** Takes a process along, to be ended with the product. */
  own(process: C7): void;
  get(path: string): Promise<{ readonly status: number; readonly text: string }>;
  /** Every "ocid release-id" of the change feed, in its order. */
  published(): Promise<string[]>;
  /** Ends what still runs and removes the folder. */
  dispose(): Promise<void>;
}

export async function makeProduct(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'c7-up-'));
  const dataDir = join(folder, 'data');
  const port = await freePort();
  const running: C7[] = [];
  const get = async (path: string) => {
    const reply = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: reply.status, text: await reply.text() };
  };
  const up = async (...more: readonly string[]) => {
    const one = startC7('up', '--data-dir', dataDir, '--port', String(port), ...more);
    running.push(one);
    await one.says(STARTED);
    return one;
  };
  const dispose = async () => {
    const alive = running.filter(({ child }) => child.exitCode === null && child.signalCode === null);
    for (const one of alive) one.signal('SIGKILL');
    // The database notices that its owner is gone and stops by itself.
    if (alive.length > 0)
      await new Promise((resolve) => {
        setTimeout(resolve, 3000);
      });
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, dataDir, port, up, own: (one) => running.push(one), get, published: () => published(get), dispose };
}

async function published(get: Product['get']): Promise<string[]> {
  const found: string[] = [];
  for (let path: string | undefined = '/api/v1/changes?after=0&limit=500'; path;) {
    const page = JSON.parse((await get(path)).text) as {
      changes: { ocid: string; releases: string[] }[];
      links: { next?: string };
    };
    for (const { ocid, releases } of page.changes) found.push(...releases.map((id) => `${ocid} ${id}`));
    path = page.links.next?.replace(/^https?:\/\/[^/]+/, '');
  }
  return found;
}
