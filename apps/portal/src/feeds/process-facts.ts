import type { ProcessRow } from '#search';
import { rowStateLabel } from '../components/state-label.js';
import { fillText } from '../fill.js';
import { formatDeadline } from '../format/day.js';
import { formatMoney } from '../format/money.js';
import type { Locale } from '../locale.js';

/** A process in a few words, for feeds and mail: its title, and what is known of it. */
export interface ProcessFacts {
  readonly title: string;
  readonly facts: readonly string[];
}

export function processFacts(row: ProcessRow, locale: Locale): ProcessFacts {
  const { words } = locale;
  const number = row.localNumber ?? row.ocid;
  const money =
    row.amount !== null && row.amountStage !== null
      ? `${words.money.stages[row.amountStage]}: ${formatMoney({ amount: row.amount, currency: row.currency ?? undefined }, locale)}`
      : words.row.noAmount;
  return {
    title: row.title ?? fillText(words.common.untitled, { number }),
    facts: [
      rowStateLabel(row, locale),
      row.buyerName ?? words.row.noBuyer,
      number,
      money,
      ...(row.suppliers.length > 0 ? [fillText(words.row.won, { names: row.suppliers.slice(0, 3).join(', ') })] : []),
      ...deadlineText(row, locale),
    ],
  };
}

function deadlineText({ tenderEnd, stage }: ProcessRow, locale: Locale): readonly string[] {
  const day = stage === 'tender' && tenderEnd ? formatDeadline(tenderEnd.toISOString(), locale) : undefined;
  return day === undefined ? [] : [fillText(locale.words.row.bidsUntil, { day })];
}
