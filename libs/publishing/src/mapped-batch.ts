import type { EntityManager } from 'typeorm';
import { Publisher } from '#database';
import type { Body, MappingContext } from '#sources';
import { IngestError } from './ingest-error.js';

/** A spreadsheet that was taken in: all it takes to map it again as it was mapped then. */
export interface MappedBatch {
  readonly id: string;
  readonly publisher: Publisher;
  readonly fileName: string;
  readonly sha256: string;
  readonly format: string;
  readonly profile: string;
  readonly profileVersion: number;
  readonly context: MappingContext;
  readonly scope: string | undefined;
  readonly rows: Readonly<Record<string, number>>;
}

/** @throws IngestError BATCH_UNKNOWN, also for a batch of OCDS files */
export async function findMappedBatch(manager: EntityManager, id: string): Promise<MappedBatch> {
  const rows = /^\d{1,18}$/.test(id) ? ((await manager.query(`${BATCHES} WHERE b.id = $1`, [id])) as BatchRow[]) : [];
  const [row] = rows;
  if (!row)
    throw new IngestError('BATCH_UNKNOWN', `No hay un lote «${id}».`, 'El número del lote lo dice «c7 ingest».');
  const { profileVersion, buyer, latestYear, scope, publisherId, ...batch } = row;
  if (profileVersion === null || buyer === null) {
    // OCDS files have no buyer beside them
    throw new IngestError(
      'BATCH_UNKNOWN',
      `El lote ${id} no es de una hoja de cálculo (perfil «${batch.profile}»).`,
      'Indicar un lote que se haya mapeado con un perfil de tabla.',
    );
  }
  const publisher = await manager.getRepository(Publisher).findOneByOrFail({ id: publisherId });
  return { ...batch, profileVersion, publisher, context: { buyer, latestYear }, scope: scope ?? undefined };
}

interface BatchRow extends Pick<MappedBatch, 'id' | 'fileName' | 'sha256' | 'format' | 'profile' | 'rows'> {
  readonly publisherId: string;
  readonly profileVersion: number | null;
  readonly buyer: Body | null;
  readonly latestYear: number;
  readonly scope: string | null;
}

const BATCHES = `
  SELECT b.id, b.publisher_id AS "publisherId", b.file_name AS "fileName", b.sha256, b.format, b.profile, b.rows,
         b.profile_version AS "profileVersion", b.buyer, b.scope,
         extract(year FROM b.created_at AT TIME ZONE 'UTC')::int + 1 AS "latestYear"
    FROM batch b`;

/** The newest batch of each file that a profile mapped, oldest first. */
export async function listMappedBatches(manager: EntityManager, profileId: string): Promise<readonly string[]> {
  const rows = (await manager.query(
    `SELECT max(id) AS id FROM batch WHERE profile = $1 AND buyer IS NOT NULL
      GROUP BY publisher_id, sha256 ORDER BY 1`,
    [profileId],
  )) as { id: string }[];
  return rows.map(({ id }) => id);
}
