import { compareDecimals, isTold, isZero, roundDecimal } from '#ocds';
import type { Decimal, Money } from '#ocds';
import { groupThousands } from './number.js';
import { fillText, pluralOf } from '../fill.js';
import type { Locale, Wording } from '../locale.js';

/** `$1,234,567.89 MXN`; other currencies keep their code and get no sign that could be taken for pesos. */
export function formatMoney(money: Money, locale: Locale): string {
  const figure = groupThousands(atLeastOneCent(money.amount));
  if (money.currency === undefined) return `${figure} (${locale.words.amount.noCurrency})`;
  return money.currency === 'MXN' ? `${figure.replace(/^-?/, '$&$')} MXN` : `${figure} ${money.currency}`;
}

/** A large sum as one would say it ("9.4 millones de pesos"); `undefined` below a million or for other currencies. */
export function sumInWords(money: Money, locale: Locale): string | undefined {
  const unit = currencyName(money.currency, locale.words);
  if (unit === undefined || !isTold(money) || compareDecimals(money.amount, '1000000') < 0) return undefined;
  const { scale, words } = scaleOf(money.amount, locale);
  const rounded = roundDecimal(money.amount.replace(/\..*$/, ''), 0);
  const figure = trimmed(roundDecimal(movePoint(rounded, scale), rounded.length - scale > 2 ? 0 : 1));
  return fillText(pluralOf(words, figure === '1' ? 1 : 2), { n: groupThousands(figure), unit });
}

// English counts in billions from 10^9; Mexican Spanish stays with "millones", where "billón" would be 10^12.
function scaleOf(amount: Decimal, { language, words }: Locale) {
  const billions = language === 'en' && compareDecimals(amount, '1000000000') >= 0;
  return billions ? { scale: 9, words: words.amount.billions } : { scale: 6, words: words.amount.millions };
}

function currencyName(currency: string | undefined, words: Wording): string | undefined {
  const names: Readonly<Record<string, string>> = words.amount.currencies;
  return currency !== undefined && Object.hasOwn(names, currency) ? names[currency] : undefined;
}

function movePoint(whole: string, places: number): Decimal {
  return `${whole.slice(0, -places)}.${whole.slice(-places)}`;
}

function trimmed(value: Decimal): Decimal {
  return value.replace(/\.0+$/, '');
}

// A unit price of a tenth of a cent must not read as $0.00.
function atLeastOneCent(amount: Decimal): Decimal {
  const cents = roundDecimal(amount, 2);
  return isZero(cents) && !isZero(amount) ? amount : cents;
}
