import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { demoList69b, demoRegister, type DemoTable, generateProcesses } from '#demo';
import { findPublisher, ingestFile, waitUntilPublished, type Platform } from '#publishing';

const PROCESSES = 600;
const SEED = 7;

/** Takes the demonstration data in through the pipeline, as any file; what is there already is left as it is. */
export async function loadDemonstration(platform: Platform, say: (message: string) => void): Promise<void> {
  const publisher = await findPublisher(platform.dataSource, 'demo');
  const folder = await mkdtemp(join(tmpdir(), 'c7-demo-'));
  try {
    const path = join(folder, `demostracion-${PROCESSES}-${SEED}.jsonl`);
    const lines = Readable.from(demonstrationLines());
    await pipeline(lines, createWriteStream(path));
    const report = await ingestFile(platform, { path, publisher, profile: 'ocds' });
    if (!report.seenBefore) say(`Cargando datos de demostración: ${report.ocids.length} procesos…`);
    await ingestTable('padron-demostracion.csv', demoRegister(), 'padron-proveedores');
    await ingestTable('listado-69b-demostracion.csv', demoList69b(), 'lista-69b');
    await waitUntilPublished(platform.dataSource, report.ocids);

    async function ingestTable(name: string, table: DemoTable, profile: string): Promise<void> {
      const file = join(folder, name);
      await writeFile(file, csvText(table));
      await ingestFile(platform, { path: file, publisher, profile });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function csvText(table: DemoTable): string {
  return table.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');
}

function* demonstrationLines(): Generator<string> {
  for (const release of generateProcesses({ processes: PROCESSES, seed: SEED })) yield `${JSON.stringify(release)}\n`;
}
