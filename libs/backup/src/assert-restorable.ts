import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import { BackupError } from './backup-error.js';

/** Tables that only work fills, and what work adds to those that a new store begins with. */
const FILLED_BY_WORK: readonly [table: string, rows: string][] = [
  ...['batch', 'connector', 'account', 'api_key', 'upload', 'change'].map((table): [string, string] => [table, 'true']),
  ...['reference_version', 'audit_event'].map((table): [string, string] => [
    table,
    `NOT (actor_kind = 'system' AND actor_id = 'seed')`,
  ]),
  ['tracker_event', `actor <> 'system:import'`],
];

/** @throws BackupError `STORE_IN_USE` while another program of ours is connected, `STORE_NOT_EMPTY` unless it may be replaced. */
export async function assertRestorable(runner: QueryRunner, replace: boolean): Promise<void> {
  if (await isInUse(runner)) throw inUse();
  if (replace) return;
  for (const [table, rows] of FILLED_BY_WORK) {
    const [found] = (await runner.query('SELECT to_regclass($1) IS NOT NULL AS there', [`public.${table}`])) as {
      there: boolean;
    }[];
    if (!found!.there) continue;
    const [row] = (await runner.query(`SELECT EXISTS (SELECT FROM ${table} WHERE ${rows}) AS filled`)) as {
      filled: boolean;
    }[];
    if (row!.filled) throw notEmpty();
  }
}

const PATIENCE_MS = 3_000;
const ASK_EVERY_MS = 100;

/** A connection that was just closed takes the server a moment to take off its list. */
async function isInUse(runner: QueryRunner): Promise<boolean> {
  for (const deadline = Date.now() + PATIENCE_MS; ;) {
    // Within a transaction the list would stay as it was first seen.
    await runner.query('SELECT pg_stat_clear_snapshot()');
    const [others] = (await runner.query(OTHERS)) as { n: number }[];
    if (others!.n === 0) return false;
    if (Date.now() > deadline) return true;
    await sleep(ASK_EVERY_MS);
  }
}

const OTHERS = `
SELECT count(*)::int AS n FROM pg_stat_activity
 WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name IN ('c7', 'c7 up', 'c7 queue')`;

function inUse(): BackupError {
  return new BackupError(
    'STORE_IN_USE',
    'El producto, u otra orden, está usando esta base.',
    'Detenerlo (todos sus procesos) y volver a intentar.',
  );
}

function notEmpty(): BackupError {
  return new BackupError(
    'STORE_NOT_EMPTY',
    'La base ya tiene datos.',
    'Restaurar en otra carpeta (--data-dir) o en otra base; o, para borrar lo que hay, agregar --replace.',
  );
}
