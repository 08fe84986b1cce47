import { join } from 'node:path';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { ColumnType, FlatColumn, FlatRow, FlatTable, Json } from '#ocds';
import { cellText } from '../cell-text.js';
import type { TableSource } from '../table-source.js';
import type { WrittenPart } from '../written-part.js';

/** Rows held as columns at a time; a row group each. */
const GROUP_ROWS = 10_000;

/**
 * Writes each table as a Parquet file: numbers as DOUBLE, truth values as BOOLEAN, all else as text, dates included,
 * since they come with and without time and zone.
 */
export async function writeParquet(source: TableSource, folder: string): Promise<readonly WrittenPart[]> {
  const parts: WrittenPart[] = [];
  for (const table of source.tables) {
    const file = `${table.name}.parquet`;
    await writeTable(table, source.rows(table), join(folder, file));
    parts.push({ table: table.name, file });
  }
  return parts;
}

async function writeTable(
  { columns }: FlatTable,
  batches: AsyncIterable<readonly FlatRow[]>,
  path: string,
): Promise<void> {
  const parquet = new ParquetWriter({ writer: fileWriter(path), schema: schemaOf(columns) });
  let group: FlatRow[] = [];
  for await (const rows of batches) {
    for (const row of rows) {
      group.push(row);
      if (group.length < GROUP_ROWS) continue;
      await parquet.write({ columnData: toColumns(group, columns), rowGroupSize: GROUP_ROWS });
      group = [];
    }
  }
  if (group.length > 0) await parquet.write({ columnData: toColumns(group, columns), rowGroupSize: GROUP_ROWS });
  await parquet.finish();
}

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

function schemaOf(columns: readonly FlatColumn[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ heading, type }) => ({ name: heading, repetition_type: 'OPTIONAL' as const, ...stored(type) })),
  ];
}

function stored(type: ColumnType): Omit<SchemaElement, 'name'> {
  if (type === 'number') return { type: 'DOUBLE' };
  return type === 'boolean' ? { type: 'BOOLEAN' } : { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
}

interface ColumnData {
  readonly name: string;
  readonly data: (Json | null)[];
}

function toColumns(rows: readonly FlatRow[], columns: readonly FlatColumn[]): ColumnData[] {
  return columns.map(({ heading, index, type }) => ({
    name: heading,
    data: rows.map((row) => storedCell(row[index], type)),
  }));
}

function storedCell(value: Json | undefined, type: ColumnType): Json {
  if (value === undefined || value === null) return null;
  return type === 'number' || type === 'boolean' ? value : cellText(value, type);
}
