import type { QueryRunner } from 'typeorm';
import { BackupError } from './backup-error.js';

/** Tables that only work fills; what a new store begins with is elsewhere. */
const FILLED_BY_WORK = ['batch', 'connector', 'account', 'api_key', 'upload', 'change'];

/** @throws BackupError `STORE_IN_USE` while another program of ours is connected, `STORE_NOT_EMPTY` unless it may be replaced. */
export async function assertRestorable(runner: QueryRunner, replace: boolean): Promise<void> {
  const [others] = (await runner.query(OTHERS)) as { n: number }[];
  if (others!.n > 0) throw inUse();
  if (replace) return;
  for (const table of FILLED_BY_WORK) {
    const [found] = (await runner.query('SELECT to_regclass($1) IS NOT NULL AS there', [`public.${table}`])) as {
      there: boolean;
    }[];
    if (!found!.there) continue;
    const [row] = (await runner.query(`SELECT EXISTS (SELECT FROM ${table}) AS filled`)) as { filled: boolean }[];
    if (row!.filled) throw notEmpty();
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
