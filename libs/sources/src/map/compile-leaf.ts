import { stableHash, type Json } from '#ocds';
import { isBlankLike } from '../cell/is-blank-like.js';
import type { CellValue } from '../cell/cell-value.js';
import { readCode } from '../cell/read-code.js';
import { foldText } from '../cell/fold-text.js';
import { type CellDate, readDate } from '../cell/read-date.js';
import { readDecimal } from '../cell/read-decimal.js';
import { readEmail } from '../cell/read-email.js';
import { readFlag } from '../cell/read-flag.js';
import { readInteger } from '../cell/read-integer.js';
import { readText } from '../cell/read-text.js';
import { readUrl } from '../cell/read-url.js';
import { remembering } from '../cell/remembering.js';
import { assembleName } from '../party/assemble-name.js';
import type { ColumnName, Leaf } from '../profile/profile.js';
import type { Scope } from './columns.js';
import {
  cellOf,
  report,
  trace,
  type Column,
  type Fill,
  type Filling,
  type MappingContext,
  type Rows,
} from './filling.js';

type Read = (text: string, filling: Filling) => CellValue<Json>;

/** Makes the filling of a template that takes its value from one column; undefined for other templates. */
export function compileLeaf(leaf: Leaf, scope: Scope): Fill | undefined {
  if ('text' in leaf) return oneColumn(scope.column(leaf.text), textOf(leaf.cut));
  if ('code' in leaf) return oneColumn(scope.column(leaf.code), remembering(codeOf(scope.codes(leaf.map), leaf.else)));
  if ('clean' in leaf) return oneColumn(scope.column(leaf.clean), (text) => readCode(text));
  if ('number' in leaf) return oneColumn(scope.column(leaf.number), (text) => asNumber(readDecimal(text)));
  if ('integer' in leaf) return oneColumn(scope.column(leaf.integer), readInteger);
  if ('flag' in leaf) return oneColumn(scope.column(leaf.flag), remembering(readFlag));
  if ('date' in leaf) return oneColumn(scope.column(leaf.date), dateOf(leaf.ahead ?? 0));
  if ('email' in leaf) return oneColumn(scope.column(leaf.email), readEmail);
  if ('url' in leaf) return oneColumn(scope.column(leaf.url), (text) => readUrl(text));
  if ('person' in leaf) return personOf(leaf.person.map(scope.column));
  if ('hash' in leaf) return hashOf(leaf.hash.map(scope.column), leaf.prefix ?? '');
  return undefined;
}

/** Names of the members by which a leaf is told from an object. */
export const LEAVES: ReadonlySet<string> = new Set([
  'text',
  'code',
  'clean',
  'number',
  'integer',
  'flag',
  'date',
  'email',
  'url',
  'person',
  'hash',
  'constant',
  'first',
  'join',
]);

/** Fills from one column by one reading. */
export function oneColumn(column: Column, read: Read): Fill {
  if (column.index < 0) return nothing;
  return (filling, rows, pointer) => {
    const text = cellOf(rows, column);
    if (text === '' || isBlankLike(text)) return undefined;
    const { value, rule, params } = read(text, filling);
    if (rule !== undefined) report(filling, rows, column, rule, params);
    if (value !== undefined) trace(filling, rows, column, pointer);
    return value;
  };
}

const nothing: Fill = () => undefined;

function textOf(cut: number | undefined): Read {
  if (cut === undefined) return (text) => readText(text);
  return (text) => {
    const read = readText(text);
    return read.value === undefined || read.value.length <= cut ? read : { ...read, value: cutText(read.value, cut) };
  };
}

/** At a word's end where there is one in the last third. */
function cutText(text: string, length: number): string {
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > length * 0.66 ? cut.slice(0, space) : cut}…`;
}

/** A code may be '': the text is known, and says nothing. */
function codeOf(codes: ReadonlyMap<string, string>, otherwise: string | undefined): (text: string) => CellValue<Json> {
  const beginnings = [...codes].filter(([text]) => text.endsWith('…')).map(([text, code]) => [text.slice(0, -1), code]);
  return (text) => {
    const folded = foldText(text);
    const code = codes.get(folded) ?? beginnings.find(([beginning]) => folded.startsWith(beginning!))?.[1];
    if (code !== undefined) return code === '' ? {} : { value: code };
    const value = otherwise === undefined ? {} : { value: otherwise };
    return { ...value, rule: 'code-unknown' };
  };
}

function dateOf(ahead: number): Read {
  let contextOf: MappingContext | undefined;
  let read: (text: string) => CellValue<string>;
  return (text, { context }) => {
    if (context !== contextOf) {
      contextOf = context;
      read = remembering((written) => isoOf(readDate(written, { latestYear: context.latestYear + ahead })));
    }
    return read(text);
  };
}

function isoOf({ value, ...rest }: CellValue<CellDate>): CellValue<string> {
  return value === undefined ? rest : { ...rest, value: value.iso };
}

function asNumber({ value, ...rest }: CellValue<string>): CellValue<number> {
  return value === undefined ? rest : { ...rest, value: Number(value) };
}

function personOf(columns: readonly Column[]): Fill {
  const [given, first, second] = columns as [Column, Column, Column];
  return (filling, rows, pointer) => {
    const parts = { given: cellOf(rows, given), first: cellOf(rows, first), second: cellOf(rows, second) };
    const { value, rule, params } = assembleName(parts);
    if (rule !== undefined) report(filling, rows, given, rule, params);
    if (value === undefined) return undefined;
    for (const column of columns) if (cellOf(rows, column) !== '') trace(filling, rows, column, pointer);
    return value;
  };
}

/** An id of the values themselves, the same whenever they are: for things that the source gives none. */
function hashOf(columns: readonly Column[], prefix: string): Fill {
  return (_, rows) => {
    const texts = columns.map((column) => cellOf(rows, column));
    return texts.every((text) => text === '') ? undefined : prefix + stableHash(texts);
  };
}

/** The column's readings are used by templates of more than one column, too. */
export function readColumn<T>(
  filling: Filling,
  rows: Rows,
  column: Column,
  read: (text: string) => CellValue<T>,
): T | undefined {
  const text = cellOf(rows, column);
  if (text === '' || isBlankLike(text)) return undefined;
  const { value, rule, params } = read(text);
  if (rule !== undefined) report(filling, rows, column, rule, params);
  return value;
}

/** The column of a name that may be missing in the template. */
export function maybeColumn(scope: Scope, name: ColumnName | undefined): Column {
  return name === undefined ? { index: -1, header: '', ofParent: false } : scope.column(name);
}
