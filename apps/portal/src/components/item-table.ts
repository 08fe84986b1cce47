import type { ItemLine, ItemStory } from '#ocds';
import { fillText, pluralOf } from '../fill.js';
import { formatCount, formatQuantity } from '../format/number.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import type { Locale } from '../locale.js';
import { amount } from './amount.js';
import { foldedTable } from './folded-table.js';
import { missing } from './notice.js';

/** What was bought: quantities, unit prices and line totals as the source gives them. */
export function itemTable(items: ItemStory | undefined, locale: Locale): Html {
  const { items: words } = locale.words;
  if (items === undefined) return missing(words.none);
  const n = items.lines.length;
  const withTotals = items.lines.some(({ total }) => total !== undefined);
  const columns = [
    { label: words.description },
    { label: words.quantity, kind: 'figure' as const },
    { label: words.unitPrice, kind: 'figure' as const },
    ...(withTotals ? [{ label: words.total, kind: 'figure' as const }] : []),
  ];
  const caption = fillText(pluralOf(words.caption[items.from], n), { n: formatCount(n) });
  return foldedTable(
    { caption, columns, rows: items.lines.map((line) => itemRow(line, withTotals, locale)) },
    locale,
    words.folded,
  );
}

function itemRow(line: ItemLine, withTotals: boolean, locale: Locale): readonly Child[] {
  const { items: words, common } = locale.words;
  const quantity = line.quantity === undefined ? common.notReported : formatQuantity(line.quantity);
  return [
    [
      line.description ?? html`<span class="missing">${words.noDescription}</span>`,
      line.classification !== undefined && html` <span class="aside">${line.classification}</span>`,
    ],
    html`${quantity}${line.unit && html` <span class="unit">${line.unit.toLowerCase()}</span>`}`,
    amount(line.unitPrice, locale),
    ...(withTotals ? [amount(line.total, locale)] : []),
  ];
}
