import type { DataSource } from 'typeorm';
import type { Position, RunCounts, RunOutcome } from '../connector.js';
import { ConnectorError } from '../connector-error.js';

/** Runs that found nothing are kept so long; the others for good. */
const UNCHANGED_KEPT_DAYS = 90;

/** What became of a file of the source. */
export interface FileNote {
  readonly name: string;
  /** Which version of it: a size and date, an ETag. */
  readonly signature: string;
  readonly batchId?: string | undefined;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

export interface RunEnd {
  readonly outcome: Exclude<RunOutcome, 'running'>;
  readonly error?: { readonly code: string; readonly message: string; readonly remedy: string } | undefined;
}

/**
 * The row of one run. Whatever a run writes is written only while the row says that it runs: a run that lost its lock
 * with its connection, and was declared dead by the next one, changes nothing any more.
 */
export interface RunLog {
  readonly id: string;
  /** @throws ConnectorError `RUN_LOST`. */
  count(counts: RunCounts): Promise<void>;
  /** @throws ConnectorError `RUN_LOST`. */
  note(note: FileNote): Promise<void>;
  /** @throws ConnectorError `RUN_LOST`. */
  moveTo(position: Position): Promise<void>;
  end(end: RunEnd, counts: RunCounts): Promise<void>;
}

/** Opens the row. Only for the holder of the connector's lock: runs left open by dead processes are closed first. */
export async function openRunLog(
  dataSource: DataSource,
  connectorId: string,
  trigger: 'schedule' | 'person',
): Promise<RunLog> {
  await closeDeadRuns(dataSource, connectorId);
  const [row] = (await dataSource.query(
    'INSERT INTO connector_run (connector_id, trigger) VALUES ($1, $2) RETURNING id',
    [connectorId, trigger],
  )) as { id: string }[];
  const id = row!.id;
  return {
    id,
    count: (counts) => whileRunning(`${SET_COUNTS} WHERE id = $1 AND outcome = 'running'`, [id, ...valuesOf(counts)]),
    note: ({ name, signature, batchId = null, error }) =>
      whileRunning(UPSERT_FILE, [id, connectorId, name, signature, batchId, error?.code, error?.message]),
    moveTo: (position) => whileRunning(SET_POSITION, [id, connectorId, JSON.stringify(position)]),
    end: async ({ outcome, error }, counts) => {
      await whileRunning(CLOSE, [id, ...valuesOf(counts), outcome, error?.code, error?.message, error?.remedy]);
      await dataSource.query(SET_LAST, [connectorId, outcome, counts.files > 0]);
      await dataSource.query(FORGET_OLD, [connectorId, UNCHANGED_KEPT_DAYS]);
    },
  };

  async function whileRunning(sql: string, parameters: readonly unknown[]): Promise<void> {
    const given = parameters.map((value) => value ?? null);
    const rows = (await dataSource.query(`WITH done AS (${sql} RETURNING 1) SELECT FROM done`, given)) as unknown[];
    if (rows.length === 0) throw lost();
  }
}

/** Marks runs that say they run although nobody holds the lock. Only for the holder of the lock. */
export async function closeDeadRuns(dataSource: DataSource, connectorId: string): Promise<void> {
  await dataSource.query(
    `UPDATE connector_run SET outcome = 'interrupted', ended_at = clock_timestamp(), error_code = 'RUN_INTERRUPTED',
            error_message = 'El proceso que corría el conector terminó a la mitad.',
            error_remedy = 'Nada: la corrida siguiente continúa donde esta quedó.'
      WHERE connector_id = $1 AND outcome = 'running'`,
    [connectorId],
  );
}

const SET_COUNTS = `UPDATE connector_run
   SET files = $2, repeated = $3, faulty = $4, releases = $5, held = $6, refused = $7`;

const CLOSE = `${SET_COUNTS}, outcome = $8, error_code = $9, error_message = $10, error_remedy = $11,
       ended_at = clock_timestamp()
 WHERE id = $1 AND outcome = 'running'`;

const UPSERT_FILE = `
INSERT INTO connector_file (run_id, connector_id, name, signature, batch_id, error_code, error_message)
SELECT $1::bigint, $2::text, $3::text, $4::text, $5::bigint, $6::text, $7::text
  FROM connector_run WHERE id = $1::bigint AND outcome = 'running'
ON CONFLICT (connector_id, name) DO UPDATE SET run_id = excluded.run_id, signature = excluded.signature,
  batch_id = excluded.batch_id, error_code = excluded.error_code, error_message = excluded.error_message, seen_at = now()`;

const SET_POSITION = `UPDATE connector SET position = $3 WHERE id = $2
   AND EXISTS (SELECT FROM connector_run WHERE id = $1::bigint AND outcome = 'running')`;

const SET_LAST = `UPDATE connector
   SET last_success_at = CASE WHEN $2 IN ('done', 'unchanged') THEN now() ELSE last_success_at END,
       last_news_at = CASE WHEN $3 THEN now() ELSE last_news_at END
 WHERE id = $1`;

const FORGET_OLD = `DELETE FROM connector_run
 WHERE connector_id = $1 AND outcome = 'unchanged' AND started_at < now() - make_interval(days => $2)`;

function valuesOf({ files, repeated, faulty, releases, held, refused }: RunCounts): readonly number[] {
  return [files, repeated, faulty, releases, held, refused];
}

function lost(): ConnectorError {
  return new ConnectorError(
    'RUN_LOST',
    'Otra corrida del conector tomó el lugar de esta.',
    'Nada: la otra continúa donde esta quedó.',
  );
}
