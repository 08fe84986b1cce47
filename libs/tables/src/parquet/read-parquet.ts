import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import type { ColumnType, Json, RowValues, StreamedTable } from '#ocds';
import { cellFromText } from '../cell-text.js';

/** A Parquet file without nested columns; memory follows its row groups. @throws Error of the library when it is none */
export async function openParquet(path: string, types: ReadonlyMap<string, ColumnType>): Promise<StreamedTable> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const headings = metadata.schema.slice(1).map(({ name }) => name);
  const columns = headings.map((heading) => types.get(heading) ?? 'string');
  const toRow = (record: Record<string, unknown>): RowValues =>
    headings.map((heading, index) => toCell(record[heading], columns[index]!));
  return {
    headings,
    async *open() {
      let rowStart = 0;
      for (const { num_rows: rows } of metadata.row_groups) {
        const rowEnd = rowStart + Number(rows);
        yield (await parquetReadObjects({ file, metadata, rowStart, rowEnd })).map(toRow);
        rowStart = rowEnd;
      }
    },
  };
}

function toCell(value: unknown, type: ColumnType): Json | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' ? cellFromText(value, type) : (value as Json);
}
