import type { Readable } from 'node:stream';
import { type Entry, openPromise } from 'yauzl';
import { TableError } from '../table-error.js';

/** The parts of a workbook's zip, by path. */
export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** @throws TableError for a part too large to be held */
  text(name: string): Promise<string>;
  stream(name: string): Promise<Readable>;
  close(): void;
}

/** Parts other than worksheets and shared texts are small; what is larger was made to exhaust memory. */
const LARGEST_HELD = 64 * 1024 * 1024;

/** @throws TableError when the file is no workbook */
export async function openParts(path: string): Promise<ZipParts> {
  const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error ? error : brokenWorkbook(path);
  });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
  const open = (name: string): Promise<Readable> => zip.openReadStreamPromise(entries.get(name)!);
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    async text(name) {
      if ((entries.get(name)?.uncompressedSize ?? Infinity) > LARGEST_HELD) throw brokenWorkbook(path);
      const chunks: Buffer[] = [];
      for await (const chunk of await open(name)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    },
    stream: open,
    close: () => zip.close(),
  };
}

export function brokenWorkbook(path: string): TableError {
  return new TableError('WORKBOOK_BROKEN', `${path} no es un libro de Excel (.xlsx).`, {
    es: 'Ábralo en una hoja de cálculo y guárdelo como .xlsx.',
    en: 'Open it in a spreadsheet program and save it as .xlsx.',
  });
}
