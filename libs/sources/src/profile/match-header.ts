import { foldText } from '../cell/fold-text.js';
import type { SourceRow } from '../source-row.js';
import type { ColumnName, ColumnRule } from './profile.js';

/** Where the columns of a profile are in a sheet. */
export interface HeaderMatch {
  readonly sheet: string;
  /** Number of the header's row. */
  readonly row: number;
  /** Index of each column that was found, from 0. */
  readonly places: ReadonlyMap<ColumnName, number>;
  /** The header's texts, as they stand. */
  readonly headers: readonly string[];
  /** Columns that the profile requires and the sheet lacks: the headers looked for. */
  readonly missing: readonly string[];
  /** Headers that the profile does not use. */
  readonly unused: readonly string[];
  /** Share of the profile's columns that were found, 0 to 1. */
  readonly share: number;
}

/**
 * Finds, among the first rows of a sheet, the one that is the header: that with most of the columns.
 *
 * A header is compared without accents, case and punctuation, first whole, then by its beginning, then as a part; each
 * column of the sheet serves one column of the profile, the leftmost that is free. Formats repeat headers (two
 * "Moneda") and change their endings from year to year: never is a column found by its position alone.
 */
export function matchHeader(
  rows: readonly SourceRow[],
  columns: ReadonlyMap<ColumnName, ColumnRule>,
): HeaderMatch | undefined {
  let best: HeaderMatch | undefined;
  for (const row of rows) {
    if (row.cells.filter((cell) => cell !== '').length < Math.min(2, columns.size)) continue;
    const match = matchRow(row, columns);
    if (best === undefined || match.places.size > best.places.size) best = match;
  }
  return best;
}

function matchRow(row: SourceRow, columns: ReadonlyMap<ColumnName, ColumnRule>): HeaderMatch {
  const folded = row.cells.map(foldText);
  const places = placesOf(folded, columns);
  const used = new Set(places.values());
  return {
    sheet: row.sheet,
    row: row.row,
    places,
    headers: row.cells,
    missing: [...columns].flatMap(([name, { headers, required }]) =>
      required && !places.has(name) ? [headers[0]!] : [],
    ),
    unused: row.cells.filter((header, index) => header.trim() !== '' && !used.has(index)),
    share: places.size / columns.size,
  };
}

type Fits = (header: string, wanted: string) => boolean;

/** From the surest likeness to the least: a whole header is never taken by another column's part. */
const LIKENESSES: readonly Fits[] = [
  (header, wanted) => header === wanted,
  (header, wanted) => header.startsWith(wanted),
  (header, wanted) => header.includes(wanted),
];

function placesOf(folded: readonly string[], columns: ReadonlyMap<ColumnName, ColumnRule>): Map<ColumnName, number> {
  const places = new Map<ColumnName, number>();
  const taken = new Set<number>();
  for (const fits of LIKENESSES) {
    for (const [name, { headers }] of columns) {
      if (places.has(name)) continue;
      const place = firstPlace(folded, headers.map(foldText), taken, fits);
      if (place === undefined) continue;
      places.set(name, place);
      taken.add(place);
    }
  }
  return places;
}

function firstPlace(
  folded: readonly string[],
  wanted: readonly string[],
  taken: ReadonlySet<number>,
  fits: Fits,
): number | undefined {
  for (const text of wanted) {
    const place = folded.findIndex((header, index) => header !== '' && !taken.has(index) && fits(header, text));
    if (place >= 0) return place;
  }
  return undefined;
}
