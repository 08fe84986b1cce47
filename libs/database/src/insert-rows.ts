import type { EntityManager } from 'typeorm';

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const MOST_PARAMETERS = 65_000;

/**
 * Inserts many rows with as few statements as the parameter limit allows. A multi-row VALUES is the fastest way into
 * the store for documents of some kilobytes (faster than unnest, which quotes every array element twice).
 *
 * @param columns names in the order of each row's values.
 * @param tail what follows the values: `ON CONFLICT …`, `RETURNING …`.
 * @returns the rows of `RETURNING`, in no promised order.
 */
export async function insertRows<Row = never>(
  manager: EntityManager,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  tail = '',
): Promise<Row[]> {
  const perStatement = Math.floor(MOST_PARAMETERS / columns.length);
  const returned: Row[] = [];
  for (let start = 0; start < rows.length; start += perStatement) {
    const part = rows.slice(start, start + perStatement);
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${placeholders(part.length, columns.length)} ${tail}`;
    const result = (await manager.query(sql, part.flat())) as Row[];
    for (const row of result) returned.push(row);
  }
  return returned;
}

function placeholders(rows: number, columns: number): string {
  const row = (n: number) =>
    `(${Array.from({ length: columns }, (_, column) => `$${n * columns + column + 1}`).join(',')})`;
  return Array.from({ length: rows }, (_, n) => row(n)).join(',');
}
