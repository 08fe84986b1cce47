import { isZero, type Decimal } from '#ocds';
import { BLANK, type CellValue } from './cell-value.js';
import { isBlankLike } from './is-blank-like.js';
import { readNumeral } from './read-numeral.js';
import { tidyText } from './tidy-text.js';

export interface MoneyOptions {
  /** Whether zero is an amount; else it is unknown: publishers write $0 for what they do not know. */
  readonly zeroIsKnown?: boolean;
  readonly negativeIsKnown?: boolean;
}

/** Reads an amount as exact decimal text, never through a float. Words (“1.5 MDP”, “mil pesos”) are not read. */
export function readMoney(text: string, options: MoneyOptions = {}): CellValue<Decimal> {
  const tidy = tidyText(text).replace(/^['’]/, '');
  if (isBlankLike(tidy)) return BLANK;
  const value = readNumeral(tidy.replace(/^\$ ?/, '')) ?? readNumeral(withoutSigns(tidy));
  if (value === undefined) return { rule: 'amount-unreadable' };
  if (isZero(value)) return options.zeroIsKnown ? { value: '0' } : { rule: 'amount-zero-unknown' };
  return value.startsWith('-') && !options.negativeIsKnown ? { rule: 'amount-negative' } : { value };
}

const CURRENCY = /\$|€|\b(?:MXN|MXP|MN|USD|EUR|pesos?|M\.\s?N\.?)(?![\p{L}])/giu;

/** Currency signs away; brackets, the accountants' minus, and a minus at the end become one in front. */
function withoutSigns(text: string): string {
  const bare = text.replaceAll(CURRENCY, ' ').replaceAll(/\s+/g, ' ').trim();
  const negative = /^\((.+)\)$/.exec(bare) ?? /^[-−–] ?(.+)$/.exec(bare) ?? /^(.+?) ?-$/.exec(bare);
  return negative ? `-${negative[1]!.trim()}` : bare;
}
