import { statfs } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import type { JobQueues, QueueCounts } from '#queue';

/** One thing that the product needs in order to work. */
export interface ReadinessCheck {
  readonly name: 'database' | 'queue' | 'migrations' | 'disk';
  readonly ok: boolean;
  /** Facts without a secret or an address in them. */
  readonly facts: Readonly<Record<string, number | string>>;
}

export interface Readiness {
  readonly ok: boolean;
  readonly checks: readonly ReadinessCheck[];
}

interface Watched {
  readonly dataSource: DataSource;
  readonly queues: JobQueues;
  /** The database lives in the data folder of this machine. */
  readonly embedded: boolean;
}

const PATIENCE_MS = 3_000;
/** PostgreSQL stops taking writes when its disk is full; this much is kept for finishing what is at hand. */
const LEAST_FREE_BYTES = 256 * 2 ** 20;

/** Whether the product can do its work now: database, queue, schema in step with the program, disk. */
export async function checkReadiness({ dataSource, queues, embedded }: Watched): Promise<Readiness> {
  const checks = await Promise.all([
    check('database', async () => {
      await dataSource.query('SELECT 1');
      return { ok: true, facts: {} };
    }),
    check('queue', async () => ({ ok: true, facts: countsOf(await queues.counts('publish')) })),
    check('migrations', () => migrationsInStep(dataSource)),
    ...(embedded ? [check('disk', () => diskOf(dataSource))] : []),
  ]);
  return { ok: checks.every(({ ok }) => ok), checks };
}

type Outcome = Pick<ReadinessCheck, 'ok' | 'facts'>;

/** What does not answer in time counts as down: who asks is waiting. */
async function check(name: ReadinessCheck['name'], ask: () => Promise<Outcome>): Promise<ReadinessCheck> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, facts: {} }), PATIENCE_MS);
  });
  try {
    return { name, ...(await Promise.race([ask(), late])) };
  } catch {
    return { name, ok: false, facts: {} };
  } finally {
    clearTimeout(timer);
  }
}

function countsOf({ waiting, active, delayed, failed }: QueueCounts) {
  return { waiting, active, delayed, failed };
}

/** A store that is newer than the program is not in step either: the program would write what no longer fits. */
async function migrationsInStep(dataSource: DataSource): Promise<Outcome> {
  const rows = (await dataSource.query('SELECT name FROM store_migration')) as { name: string }[];
  const stored = new Set(rows.map(({ name }) => name));
  const known = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const missing = known.filter((name) => !stored.has(name)).length;
  const unknown = rows.length - (known.length - missing);
  return { ok: missing === 0 && unknown === 0, facts: { missing, unknown } };
}

async function diskOf(dataSource: DataSource): Promise<Outcome> {
  const [row] = (await dataSource.query(`SELECT current_setting('data_directory') AS folder`)) as { folder: string }[];
  const { bavail, bsize } = await statfs(row!.folder);
  const free = bavail * bsize;
  return { ok: free >= LEAST_FREE_BYTES, facts: { freeMegabytes: Math.floor(free / 2 ** 20) } };
}
