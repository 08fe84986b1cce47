import type { Json } from '../json.js';
import type { ColumnType, FlatColumn } from './flat-table.js';
import { FlattenError } from './flatten-error.js';

/** A row being filled. */
export type Row = (Json | undefined)[];

/** A column while releases still come: which kinds of value it has met is a set of bits. */
export interface GrowingColumn {
  readonly heading: string;
  readonly index: number;
  isKey: boolean;
  kinds: number;
}

/** A table while releases still come. */
export interface GrowingTable {
  readonly name: string;
  readonly columns: GrowingColumn[];
  readonly byHeading: Map<string, GrowingColumn>;
  /** A row with every cell blank: its copy is a dense array, which is made and filled faster than a sparse one. */
  readonly blank: undefined[];
  rows: Row[];
  rowCount: number;
}

/** A bit for each kind of value. */
export const KIND = { string: 1, number: 2, boolean: 4, strings: 8, numbers: 16, any: 32 } as const;

/** Excel's limit, and a bound on what hostile data can make of memory. */
const MOST_COLUMNS = 16_384;

export function createTable(name: string): GrowingTable {
  return { name, columns: [], byHeading: new Map(), blank: [], rows: [], rowCount: 0 };
}

/** The table's column of that heading, added when it is new. */
export function columnOf(table: GrowingTable, heading: string, isKey = false): GrowingColumn {
  const known = table.byHeading.get(heading);
  if (known) {
    known.isKey ||= isKey;
    return known;
  }
  if (table.columns.length === MOST_COLUMNS) throw tooManyColumns(table.name);
  const column = { heading, index: table.columns.length, isKey, kinds: 0 };
  table.columns.push(column);
  table.blank.push(undefined);
  table.byHeading.set(heading, column);
  return column;
}

/** The columns that hold anything, in reading order. */
export function settleColumns(table: GrowingTable): readonly FlatColumn[] {
  const ranks = rankBySegments(table.columns.map(({ heading }) => heading));
  return table.columns
    .filter(({ kinds, isKey }) => kinds > 0 || isKey)
    .sort((a, b) => Number(b.isKey) - Number(a.isKey) || compareRanks(ranks.get(a.heading)!, ranks.get(b.heading)!))
    .map(({ heading, index, isKey, kinds }) => ({ heading, index, isKey, type: typeOf(kinds) }));
}

function typeOf(kinds: number): ColumnType {
  const found = Object.entries(KIND).find(([, bit]) => bit === kinds)?.[0] as ColumnType | undefined;
  return found ?? (kinds === 0 ? 'string' : 'any');
}

/** For each heading, when each part of it was first met among its siblings: fields of one object stay together. */
function rankBySegments(headings: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const firstMet = new Map<string, number>();
  const rankOf = (prefix: string): number => {
    if (!firstMet.has(prefix)) firstMet.set(prefix, firstMet.size);
    return firstMet.get(prefix)!;
  };
  return new Map(headings.map((heading) => [heading, prefixesOf(heading).map(rankOf)]));
}

function prefixesOf(heading: string): readonly string[] {
  const segments = heading.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let level = 0; level < a.length && level < b.length; level++) {
    if (a[level] !== b[level]) return a[level]! - b[level]!;
  }
  return a.length - b.length;
}

function tooManyColumns(name: string): FlattenError {
  return new FlattenError('TOO_MANY_COLUMNS', `La tabla «${name}» pasaría de ${MOST_COLUMNS} columnas.`, {
    es: 'Algún objeto usa datos como nombres de campo; conviértalo en una lista antes de aplanar.',
    en: 'Some object uses data as field names; make it a list before flattening.',
  });
}
