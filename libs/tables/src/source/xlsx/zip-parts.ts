import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { sourceError } from '../source-error.js';
import { RATIO_FROM, type SourceLimits } from '../source-limits.js';

/** The parts of an Office document. Nothing is ever written to disk by the names they have. */
export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Whole; for small parts. */
  text(name: string): Promise<string>;
  pieces(name: string): AsyncIterable<string>;
  close(): void;
}

const PIECE = 256 * 1024;
const MOST_PARTS = 20_000;

/** Characters of parts read whole: those of real workbooks stay below 5 million. */
const LONGEST_PART = 64 * 1024 * 1024;

/** @throws TableError WORKBOOK_BROKEN, ZIP_BOMB, ENCRYPTED */
export async function openParts(path: string, limits: SourceLimits): Promise<ZipParts> {
  const zip = await openPromise(path, { autoClose: false }).catch(asBroken);
  zip.on('error', () => {});
  const entries = await listEntries(zip, limits).catch((error: unknown) => {
    zip.close();
    throw error;
  });
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    async text(name) {
      let text = '';
      for await (const piece of unpack({ zip, path }, entries.get(name), name)) {
        text += piece;
        if (text.length > LONGEST_PART) throw sourceError('ZIP_BOMB', name);
      }
      if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw sourceError('UNSAFE_XML', name);
      return text;
    },
    pieces: (name) => unpack({ zip, path }, entries.get(name), name),
    close: () => zip.close(),
  };
}

async function listEntries(zip: ZipFile, limits: SourceLimits): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  if (zip.entryCount > MOST_PARTS) throw sourceError('ZIP_BOMB', `${zip.entryCount} > ${MOST_PARTS}`);
  try {
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize;
      refuseBomb(entry, bytes, limits);
      if (entry.isEncrypted()) throw sourceError('ENCRYPTED');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    asBroken(error);
  }
  return entries;
}

function refuseBomb({ fileName, compressedSize, uncompressedSize }: Entry, total: number, limits: SourceLimits): void {
  const isDense = uncompressedSize > RATIO_FROM && uncompressedSize > compressedSize * limits.ratio;
  if (total > limits.unpackedBytes || isDense) {
    throw sourceError('ZIP_BOMB', `${fileName}, ${compressedSize} B → ${uncompressedSize} B`);
  }
}

interface Archive {
  readonly zip: ZipFile;
  readonly path: string;
}

/** What was declared is held to. */
async function* unpack(archive: Archive, entry: Entry | undefined, name: string): AsyncGenerator<string> {
  if (!entry) throw sourceError('WORKBOOK_BROKEN', `falta ${name}`);
  const decoder = new StringDecoder('utf8');
  let bytes = 0;
  let source: Readable | undefined;
  try {
    source = await openEntry(archive, entry);
    for await (const piece of source) {
      bytes += (piece as Buffer).length;
      if (bytes > entry.uncompressedSize) throw sourceError('ZIP_BOMB', name);
      yield decoder.write(piece as Buffer);
    }
  } catch (error) {
    asBroken(error);
  } finally {
    source?.destroy();
  }
  if (bytes !== entry.uncompressedSize) throw sourceError('WORKBOOK_BROKEN', name);
}

/**
 * Not through yauzl's own stream: that fails, where nobody can catch it, when it is left while its read waits behind
 * that of another; and it gives 16 KB at a time, which takes three times as long.
 */
async function openEntry({ zip, path }: Archive, entry: Entry): Promise<Readable> {
  const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw sourceError('WORKBOOK_BROKEN', `${entry.fileName}, método ${entry.compressionMethod}`);
  }
  if (entry.compressedSize === 0) return Readable.from([]);
  const packed = createReadStream(path, { start, end: start + entry.compressedSize - 1 });
  if (entry.compressionMethod === 0) return packed;
  const inflate = createInflateRaw({ chunkSize: PIECE });
  packed.once('error', (error) => inflate.destroy(error)).pipe(inflate);
  return inflate.once('close', () => packed.destroy());
}

/** What yauzl and zlib say is put into ours; errors of the file system stay. */
function asBroken(error: unknown): never {
  const { name, code, message } = error as {
    readonly name?: string;
    readonly code?: unknown;
    readonly message?: string;
  };
  if (name === 'TableError' || /^E[A-Z]+$/.test(String(code))) throw error;
  throw sourceError('WORKBOOK_BROKEN', message);
}
