import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { TableEnd } from './archive.js';
import { archiveCut, archiveDamaged, BackupError } from './backup-error.js';
import { quoted, type StoredTable } from './catalogue.js';
import type { Block } from './read-blocks.js';

/**
 * Loads the rows of one table, up to and with its end.
 *
 * @throws BackupError `ARCHIVE_DAMAGED` when rows, bytes or hash are not those that its end tells, `ARCHIVE_CUT`.
 */
export async function loadTable(
  client: PoolClient,
  { name, columns }: StoredTable,
  blocks: AsyncGenerator<Block>,
): Promise<TableEnd> {
  const hash = createHash('sha256');
  let bytes = 0;
  let end: Buffer | undefined;
  const rows = client.query(
    copyFrom(`COPY public.${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN (FORMAT binary)`),
  );
  try {
    await pipeline(Readable.from(content(), { objectMode: true, highWaterMark: 2 }), rows);
  } catch (error) {
    throw error instanceof BackupError ? error : archiveDamaged(`tabla ${name}`, error);
  }
  const came = { table: name, rows: rows.rowCount, bytes, sha256: hash.digest('hex') };
  if (end?.toString() !== JSON.stringify(came)) throw archiveDamaged(`tabla ${name}`);
  return came;

  /** Not `for await`: leaving that early would end the blocks for the tables that follow. */
  async function* content() {
    for (;;) {
      const { value, done } = await blocks.next();
      if (done) throw archiveCut(`la tabla ${name}`);
      if (value.kind === 'E') {
        end = value.content;
        return;
      }
      if (value.kind !== 'D') throw archiveDamaged(`byte ${value.offset}`);
      hash.update(value.content);
      bytes += value.content.length;
      yield value.content;
    }
  }
}
