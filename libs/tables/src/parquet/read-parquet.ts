import { asyncBufferFromFile, parquetRead } from 'hyparquet';
import type { ColumnType, Json } from '#ocds';
import { cellFromText } from '../cell-text.js';
import type { ReadTable } from '../read-table.js';

/** Reads a Parquet file without nested columns. @throws Error of the library when it is none */
export async function readParquet(path: string, types: ReadonlyMap<string, ColumnType>): Promise<ReadTable> {
  let records: Record<string, unknown>[] = [];
  const onComplete = (rows: Record<string, unknown>[]): void => void (records = rows);
  await parquetRead({ file: await asyncBufferFromFile(path), rowFormat: 'object', onComplete });
  const headings = Object.keys(records[0] ?? {});
  const columns = headings.map((heading) => types.get(heading) ?? 'string');
  const rows = records.map((record) => headings.map((heading, index) => toCell(record[heading], columns[index]!)));
  return { headings, rows };
}

function toCell(value: unknown, type: ColumnType): Json | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' ? cellFromText(value, type) : (value as Json);
}
