import { decimalOf, roundDecimal, type Decimal } from '#ocds';

/**
 * The decimal number a text writes, exact and without needless zeros: thousands apart by commas, spaces or, for the
 * millions, an apostrophe; scientific notation; commas for the point only where nothing else can be meant
 * (“1.234,56”). Undefined for anything else: “1234,56” may be a slip in 1,234.56 or 123,456.
 *
 * Beyond four decimals it is rounded: prices have no more, and what is there is the residue of a float.
 */
export function readNumeral(text: string): Decimal | undefined {
  if (SIMPLE.test(text)) return withoutTrailingZeros(text);
  if (text.length > LONGEST) return undefined;
  const plain = withoutGrouping(text);
  const decimal = plain === undefined ? undefined : decimalOf(plain);
  if (decimal === undefined || decimal.replace(/^-|\..*$/g, '').length > WHOLE_DIGITS) return undefined;
  return withoutTrailingZeros(fractionOf(decimal).length > DECIMALS ? roundDecimal(decimal, DECIMALS) : decimal);
}

const LONGEST = 40;
const DECIMALS = 4;
/** More does not fit the numbers of JSON exactly. */
const WHOLE_DIGITS = 14;

/** As most are: ready but for zeros at the end. */
const SIMPLE = /^(?:0|[1-9]\d{0,13})(?:\.\d{1,4})?$/;
const SIGN = '[+-]?';
const PLAIN = new RegExp(String.raw`^${SIGN}(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?$`);
const GROUPED = new RegExp(String.raw`^${SIGN}\d{1,3}(?:[,'’´]\d{3})+(?:\.\d*)?$`);
const SPACED = new RegExp(String.raw`^${SIGN}\d{1,3}(?: \d{3})+(?:\.\d*)?$`);
const EUROPEAN = new RegExp(String.raw`^${SIGN}\d{1,3}(?:\.\d{3})+,\d{1,2}$|^${SIGN}\d{1,3}(?:\.\d{3}){2,}$`);

function withoutGrouping(text: string): string | undefined {
  if (PLAIN.test(text)) return completed(text);
  if (GROUPED.test(text) || SPACED.test(text)) return completed(text.replaceAll(/[,'’´ ]/g, ''));
  return EUROPEAN.test(text) ? text.replaceAll('.', '').replace(',', '.') : undefined;
}

/** “.5” and “5.” as 0.5 and 5. */
function completed(text: string): string {
  return text.replace(/^([+-]?)\./, '$10.').replace(/\.(?=$|[eE])/, '');
}

function fractionOf(decimal: Decimal): string {
  return decimal.split('.')[1] ?? '';
}

function withoutTrailingZeros(decimal: Decimal): Decimal {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
