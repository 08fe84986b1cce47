import { sourceError } from './source-error.js';
import type { SourceLimits } from './source-limits.js';
import type { SourceRow, SourceTables } from './source-tables.js';

/**
 * The same tables, refused once they hold more than the limits say.
 *
 * @throws TableError TOO_MANY_SHEETS, after closing them; TOO_MANY_CELLS while their rows are read
 */
export async function withinSize(tables: SourceTables, limits: SourceLimits): Promise<SourceTables> {
  if (tables.sheets.length > limits.sheets) {
    await tables.close();
    throw sourceError('TOO_MANY_SHEETS', String(limits.sheets));
  }
  if (!Number.isFinite(limits.cells)) return tables;
  return {
    format: tables.format,
    ...(tables.encoding && { encoding: tables.encoding }),
    ...(tables.delimiter !== undefined && { delimiter: tables.delimiter }),
    notices: tables.notices,
    sheets: tables.sheets,
    rows: (sheet) => counted(tables.rows(sheet), limits.cells),
    close: () => tables.close(),
  };
}

async function* counted(rows: AsyncIterable<SourceRow>, most: number): AsyncGenerator<SourceRow> {
  let cells = 0;
  for await (const row of rows) {
    cells += row.cells.length;
    if (cells > most) throw sourceError('TOO_MANY_CELLS', String(most), { sheet: row.sheet, row: row.row });
    yield row;
  }
}
