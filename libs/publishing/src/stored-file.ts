import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { EntityManager } from 'typeorm';

/** A file of the store, written out for a while. Disposing of it deletes the copy. */
export interface StoredFile extends AsyncDisposable {
  readonly path: string;
}

/** Writes a stored file out, byte for byte as it came. */
export async function openStoredFile(manager: EntityManager, sha256: string): Promise<StoredFile> {
  const folder = await mkdtemp(join(tmpdir(), 'c7-stored-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, sha256);
  try {
    await pipeline(Readable.from(piecesOf(manager, sha256)), createGunzip(), createWriteStream(path));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, [Symbol.asyncDispose]: remove };
}

async function* piecesOf(manager: EntityManager, sha256: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const [piece] = (await manager.query('SELECT content FROM source_file_chunk WHERE sha256 = $1 AND position = $2', [
      sha256,
      position,
    ])) as { content: Buffer }[];
    if (!piece) return;
    yield piece.content;
  }
}
