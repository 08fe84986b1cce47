import { readFileSync } from 'node:fs';

/** A row of a codelist by column name. */
export type CodelistRow = Readonly<Record<string, string>>;

/** Rows of a codelist file (CSV, UTF-8) in their order. Codelists have no line break inside a cell. */
export function readCodelist(file: string): readonly CodelistRow[] {
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/).map(cells);
  return lines.map((line) => Object.fromEntries((header ?? []).map((column, index) => [column, line[index] ?? ''])));
}

const COMMA_OUTSIDE_QUOTES = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;

function cells(line: string): readonly string[] {
  return line.split(COMMA_OUTSIDE_QUOTES).map((cell) => cell.replace(/^"(.*)"$/, '$1').replaceAll('""', '"'));
}
