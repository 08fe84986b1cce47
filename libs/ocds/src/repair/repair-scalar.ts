import type { Json } from '../json.js';
import { compareDecimals, decimalOf } from '../story/decimal.js';
import { isDateTime } from '../validate/is-date-time.js';
import { readDate } from './read-date.js';
import type { Assumption, RepairName } from './repairs.js';
import type { Shape } from './shape.js';

/** What a repair makes of a value; undefined when there is nothing for it to do. */
export type ScalarRepair = (value: Json, shape: Shape) => Mended | undefined;

export interface Mended {
  readonly after: Json;
  readonly assumed?: readonly Assumption[];
}

/** The repairs of a value that is neither list nor object, in the order they are tried. */
export const SCALAR_REPAIRS: readonly (readonly [RepairName, ScalarRepair])[] = [
  ['trim-text', trimText],
  ['text-to-number', textToNumber],
  ['float-residue', dropResidue],
  ['number-to-text', numberToText],
  ['date-time', toDateTime],
];

/** Blank text is left to `drop-empty`. */
function trimText(value: Json): Mended | undefined {
  if (typeof value !== 'string') return undefined;
  const after = value.trim();
  return after === '' || after === value ? undefined : { after };
}

/** As Mexico writes numbers: a point before the decimals, commas between groups of three or none. */
const NUMERAL = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** Only when the number says exactly what the text says: 12345678901234567890 does not fit in a double. */
function textToNumber(value: Json, { accepts }: Shape): Mended | undefined {
  if (typeof value !== 'string' || !accepts.has('integer') || accepts.has('string')) return undefined;
  const text = value.trim();
  if (!NUMERAL.test(text)) return undefined;
  const after = Number(text.replaceAll(',', ''));
  if (!accepts.has('number') && !Number.isInteger(after)) return undefined;
  const [written, read] = [decimalOf(text.replaceAll(',', '')), decimalOf(after)];
  return written !== undefined && read !== undefined && compareDecimals(written, read) === 0 ? { after } : undefined;
}

/** A number of 16 digits or more may have been another before it was read as one: it stays. */
function numberToText(value: Json, { accepts, isDateTime: wantsDateTime }: Shape): Mended | undefined {
  if (typeof value !== 'number' || !accepts.has('string') || wantsDateTime) return undefined;
  if (accepts.has(Number.isInteger(value) ? 'integer' : 'number')) return undefined;
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
  return { after: decimalOf(value) ?? String(value), assumed: ['no-leading-zeros'] };
}

/** Fewer digits by this many, at 15 significant ones, is residue; 33333.333333333336 is a third and stays. */
const DIGITS_OF_RESIDUE = 4;

function dropResidue(value: Json): Mended | undefined {
  if (typeof value !== 'number' || Number.isInteger(value)) return undefined;
  const after = Number(value.toPrecision(15));
  return String(after).length + DIGITS_OF_RESIDUE <= String(value).length ? { after } : undefined;
}

function toDateTime(value: Json, { isDateTime: wantsDateTime }: Shape): Mended | undefined {
  if (!wantsDateTime || typeof value !== 'string' || isDateTime(value)) return undefined;
  const read = readDate(value.trim());
  return read && { after: read.text, assumed: read.assumed };
}
