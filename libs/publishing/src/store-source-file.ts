import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGzip } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import { IngestError } from './ingest-error.js';

const PIECE_BYTES = 1 << 20;

/** SHA-256 of a file, in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/**
 * Keeps the raw file, gzip-compressed, under its hash; a file that is there already is not written again.
 *
 * @throws IngestError FILE_CHANGED when the file is no longer the one that was hashed.
 */
export async function storeSourceFile(manager: EntityManager, path: string, sha256: string): Promise<void> {
  if (await isKnown(manager, sha256)) return;
  // The same file may be arriving twice at this moment: the second waits for the first to commit, and looks again.
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [`file:${sha256}`]);
  if (await isKnown(manager, sha256)) return;
  const seen = await storePieces(manager, path, sha256);
  if (seen.sha256 !== sha256) {
    throw new IngestError(
      'FILE_CHANGED',
      'El archivo cambió mientras se leía.',
      'Esperar a que termine de escribirse.',
    );
  }
  await manager.query('INSERT INTO source_file (sha256, bytes) VALUES ($1, $2)', [sha256, seen.bytes]);
}

async function isKnown(manager: EntityManager, sha256: string): Promise<boolean> {
  const known = (await manager.query('SELECT 1 FROM source_file WHERE sha256 = $1', [sha256])) as unknown[];
  return known.length > 0;
}

async function storePieces(manager: EntityManager, path: string, sha256: string) {
  const hash = createHash('sha256');
  let bytes = 0;
  const source = createReadStream(path, { highWaterMark: PIECE_BYTES });
  source.on('data', (piece) => {
    hash.update(piece);
    bytes += piece.length;
  });
  const compressed = source.pipe(createGzip({ level: 1, chunkSize: PIECE_BYTES }));
  source.on('error', (error) => compressed.destroy(error));
  let position = 0;
  for await (const piece of compressed) {
    await manager.query('INSERT INTO source_file_chunk (sha256, position, content) VALUES ($1, $2, $3)', [
      sha256,
      position++,
      piece,
    ]);
  }
  return { sha256: hash.digest('hex'), bytes };
}
