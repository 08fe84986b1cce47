import { isTold } from '#ocds';
import type { Money } from '#ocds';
import { formatMoney, sumInWords } from '../format/money.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Locale } from '../locale.js';

/** A figure with its currency, and con/sin IVA where the source says it. Nothing known is "No disponible", never zero. */
export function amount(money: Money | undefined, locale: Locale): Html {
  if (!isTold(money)) return html`<span class="missing">${locale.words.amount.missing}</span>`;
  return html`<span class="amount">${formatMoney(money, locale)}${iva(money, locale)}</span>`;
}

/** Several sums, one per currency, each on its line. */
export function amounts(sums: readonly Money[], locale: Locale): Html {
  if (sums.length === 0) return amount(undefined, locale);
  return html`${sums.map((money, index) => html`${index > 0 && html`<br>`}${amount(money, locale)}`)}`;
}

/** A figure with the same sum in words below it, for sums past a million. */
export function amountWithWords(money: Money, locale: Locale): Html {
  const words = sumInWords(money, locale);
  return html`${amount(money, locale)}${words !== undefined && html` <span class="in-words">${words}</span>`}`;
}

function iva({ iva: known }: Money, { words }: Locale): Html | false {
  if (known === undefined) return false;
  return html` <span class="iva">${known === 'with' ? words.amount.withIva : words.amount.withoutIva}</span>`;
}
