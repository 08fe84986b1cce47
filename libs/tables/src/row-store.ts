import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlatRow } from '#ocds';

type Rows = readonly FlatRow[];

/** Rows that wait on disk, by table. Disposing of it deletes them. */
export interface RowStore extends AsyncDisposable {
  spill(rows: ReadonlyMap<string, Rows>): Promise<void>;
  /** The spilled rows of a table, in the order they came; nothing may be spilled after. */
  read(table: string): AsyncIterable<Rows>;
}

interface SpillFile {
  readonly path: string;
  readonly stream: WriteStream;
  /** Sizes in bytes of the batches, one after another. */
  readonly batches: number[];
}

/** Rows written, and later parsed, at a time. */
const BATCH_ROWS = 500;

/** A store in a folder among the system's temporary ones, made when first needed. */
export function createRowStore(): RowStore {
  const files = new Map<string, SpillFile>();
  let folder: string | undefined;

  async function fileFor(table: string): Promise<SpillFile> {
    folder ??= await mkdtemp(join(tmpdir(), 'c7-flatten-'));
    const path = join(folder, `${files.size}.json`);
    if (!files.has(table)) files.set(table, { path, stream: createWriteStream(path), batches: [] });
    return files.get(table)!;
  }

  return {
    async spill(tables) {
      for (const [table, rows] of tables) {
        for (let start = 0; start < rows.length; start += BATCH_ROWS) {
          await append(await fileFor(table), rows.slice(start, start + BATCH_ROWS));
        }
      }
    },
    read(table) {
      const file = files.get(table);
      return file ? readBatches(file) : nothing();
    },
    async [Symbol.asyncDispose]() {
      for (const { stream } of files.values()) stream.destroy();
      if (folder) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function append({ stream, batches }: SpillFile, rows: Rows): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(rows));
  batches.push(bytes.length);
  if (!stream.write(bytes)) await once(stream, 'drain');
}

async function* readBatches({ path, stream, batches }: SpillFile): AsyncGenerator<Rows> {
  stream.end();
  if (!stream.closed) await once(stream, 'close');
  const file = await open(path);
  try {
    for (const size of batches) {
      const { buffer } = await file.read(Buffer.allocUnsafe(size), 0, size);
      yield JSON.parse(buffer.toString('utf8')) as Rows;
    }
  } finally {
    await file.close();
  }
}

async function* nothing(): AsyncGenerator<Rows> {}
