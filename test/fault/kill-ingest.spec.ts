import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runC7, startShell } from '../e2e/c7-process.js';
import { makeProduct, type Product } from '../e2e/running-product.js';

let product: Product;

beforeAll(async () => {
  product = await makeProduct();
});
afterAll(() => product.dispose());

describe('kill -9 of the whole group in the middle of an ingest', () => {
  it('publishes every release that was reported accepted, none twice', async () => {
    // Each file holds other processes: the consecutive number goes into the ocid.
    const { out } = await runC7('demo', 'generate', '--processes', '1000', '--seed', '7');
    const lines = out.trimEnd().split('\n');
    const size = Math.ceil(lines.length / 12);
    const files = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const path = join(product.folder, `parte-${n}.jsonl`);
        await writeFile(path, lines.slice(n * size, (n + 1) * size).join('\n'));
        return path;
      }),
    );
    const { dataDir, port } = product;
    const place = `--data-dir ${dataDir}`;
    const group = startShell(
      `$C7 up ${place} --port ${port} & sleep 5; $C7 ingest ${files.join(' ')} --publisher demo --json ${place}; wait`,
    );
    product.own(group);
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

    const again = await product.up();
    const done = await runC7('ingest', files[0]!, '--publisher', 'demo', '--wait', '--data-dir', dataDir);
    expect(done.err).toContain('Publicado');
    await untilNothingWaits();
    const found = await product.published();
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
    if ((await runC7('verify', '--data-dir', product.dataDir)).code === 0) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 2000);
    });
  }
  throw new Error('Something still waits for publication after a minute.');
}
