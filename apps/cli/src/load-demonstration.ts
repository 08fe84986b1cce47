import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generateProcesses } from '#demo';
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
    await waitUntilPublished(platform.dataSource, report.ocids);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function* demonstrationLines(): Generator<string> {
  for (const release of generateProcesses({ processes: PROCESSES, seed: SEED })) yield `${JSON.stringify(release)}\n`;
}
