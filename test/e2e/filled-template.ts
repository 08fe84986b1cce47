import { read, utils, type WorkSheet, write } from '@e965/xlsx';

type Row = Readonly<Record<string, string | number>>;

/**
 * A template after somebody filled rows in and saved it with another program.
 *
 * @param rows cells by how their header begins
 */
export function filledTemplate(template: Buffer, rows: readonly Row[]): Buffer {
  const book = read(template);
  const sheet = book.Sheets['Reporte de Formatos']!;
  const header = headerOf(sheet);
  const lines = rows.map((row) => header.map((text) => cellOf(row, text)));
  utils.sheet_add_aoa(sheet, lines, { origin: -1 });
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

/** Below the help row. */
function headerOf(sheet: WorkSheet): readonly string[] {
  return utils.sheet_to_json<readonly string[]>(sheet, { header: 1 })[1]!;
}

function cellOf(row: Row, header: string): string | number | null {
  return Object.entries(row).find(([start]) => header.startsWith(start))?.[1] ?? null;
}
