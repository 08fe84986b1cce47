import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, runC7, startC7, startShell, type C7 } from './c7-process.js';

const STARTED = 'Ctrl-C lo detiene';

let folder: string;
let dataDir: string;
let port: number;
const running: C7[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-up-'));
  dataDir = join(folder, 'data');
  port = await freePort();
});
afterAll(async () => {
  for (const one of running) if (one.child.exitCode === null && one.child.signalCode === null) one.signal('SIGKILL');
  await new Promise((resolve) => {
    setTimeout(resolve, 3000); // the database notices that its owner is gone and stops by itself
  });
  await rm(folder, { recursive: true, force: true });
});

async function up(...more: readonly string[]): Promise<C7> {
  const one = startC7('up', '--data-dir', dataDir, '--port', String(port), ...more);
  running.push(one);
  await one.says(STARTED);
  return one;
}

async function get(path: string) {
  const reply = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: reply.status, text: await reply.text() };
}

/** Every (ocid, release id) in the change feed, in its order. */
async function published(): Promise<string[]> {
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

async function demoFile(name: string, processes: number, seed: number): Promise<string> {
  const { out } = await runC7('demo', 'generate', '--processes', String(processes), '--seed', String(seed));
  const path = join(folder, name);
  await writeFile(path, out);
  return path;
}

describe('c7 up', () => {
  it('serves the demonstration data, says so, stops cleanly, and keeps them', async () => {
    const first = await up('--demo');
    const home = await get('/');
    expect(home).toMatchObject({ status: 200, text: expect.stringContaining('Datos de demostración') });
    const results = await get('/procesos?q=licitacion');
    const path = /\/procesos\/ocds-c7demo[^"?]+/.exec(results.text)![0];
    const process = await get(path);
    for (const words of ['Las cinco etapas', 'Quién ganó', 'Documentos', 'Datos de demostración']) {
      expect(process.text).toContain(words);
    }
    expect(await get('/procesos/no-existe')).toMatchObject({ status: 404, text: expect.stringContaining('<html') });
    const before = await published();
    expect(before.length).toBeGreaterThan(2000);
    first.signal('SIGINT');
    expect(await first.ended).toBe(0);
    await expect(get('/')).rejects.toThrow();

    const second = await up('--demo');
    expect(await published()).toEqual(before);
    second.signal('SIGTERM');
    expect(await second.ended).toBe(0);
  }, 240_000);

  it('tells a second one where the first is, and a taken port how to choose another', async () => {
    const first = await up();
    const other = await freePort();
    expect(await runC7('up', '--data-dir', dataDir, '--port', String(other))).toMatchObject({
      code: 2,
      err: expect.stringContaining(`http://localhost:${port}`),
    });
    first.signal('SIGINT');
    await first.ended;
    const taker = createServer().listen(port, '127.0.0.1');
    const refused = await runC7('up', '--data-dir', dataDir, '--port', String(port));
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining(`El puerto ${port} está ocupado`) });
    expect(refused.err).not.toContain('    at ');
    await new Promise((resolve) => {
      taker.close(resolve);
    });
  }, 120_000);
});

describe('kill -9 of the whole group in the middle of an ingest', () => {
  it('publishes every release that was reported accepted, none twice', async () => {
    // Each file holds other processes: the consecutive number goes into the ocid.
    const all = await readFile(await demoFile('all.jsonl', 1000, 7), 'utf8');
    const lines = all.trimEnd().split('\n');
    const size = Math.ceil(lines.length / 12);
    const files = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const path = join(folder, `parte-${n}.jsonl`);
        await writeFile(path, lines.slice(n * size, (n + 1) * size).join('\n'));
        return path;
      }),
    );
    dataDir = join(folder, 'data-of-its-own');
    const place = `--data-dir ${dataDir}`;
    const group = startShell(
      `$C7 up ${place} --port ${port} & sleep 5; $C7 ingest ${files.join(' ')} --publisher demo --json ${place}; wait`,
    );
    running.push(group);
    await group.says('"parte-4.jsonl"');
    group.signal('SIGKILL');
    await group.ended;
    const reported = group
      .output()
      .out.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { fileName: string; accepted: number; unchanged: number });
    expect(reported.length).toBeGreaterThanOrEqual(5);
    expect(reported.length).toBeLessThan(12);
    expect(reported.every((report) => report.accepted > 0)).toBe(true);

    const again = await up();
    const done = await runC7('ingest', files[0]!, '--publisher', 'demo', '--wait', '--data-dir', dataDir);
    expect(done.err).toContain('Publicados');
    await untilNothingWaits();
    const found = await published();
    expect(new Set(found).size).toBe(found.length);
    const known = new Set(found);
    const missing = reported.flatMap(({ fileName }) => {
      const part = Number(/\d+/.exec(fileName)![0]);
      const releases = lines
        .slice(part * size, (part + 1) * size)
        .map((line) => JSON.parse(line) as { ocid: string; id: string });
      return releases.filter(({ ocid, id }) => !known.has(`${ocid} ${id}`));
    });
    expect(missing).toEqual([]);
    const verified = await runC7('verify', '--json', '--data-dir', dataDir);
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true });
    again.signal('SIGINT');
    expect(await again.ended).toBe(0);
  }, 240_000);
});

/** Until `c7 verify` finds nothing left to publish: a job that the killed worker held is retaken within half a minute. */
async function untilNothingWaits(): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    if ((await runC7('verify', '--data-dir', dataDir)).code === 0) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 2000);
    });
  }
  throw new Error('Something still waits for publication after a minute.');
}
