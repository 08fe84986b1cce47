import { fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Locale } from '../locale.js';
import type { ContractStory } from '../story/contracts.js';
import { contractMoments } from './contract-moments.js';
import { table } from './table.js';

/** Contracts told at once; past them the reader opens the rest. */
const CONTRACTS_OPEN = 5;

/** Contracts told at all: of the others the data tell. */
const CONTRACTS_MOST = 100;

/** From what was signed to what has been paid, contract by contract; undefined when nothing happened to any of them. */
export function contractHistories(contracts: readonly ContractStory[], locale: Locale): Html | undefined {
  const { history: words } = locale.words.payments;
  const told = contracts.filter(({ steps, payments }) => steps.length > 0 || payments > 0);
  if (told.length === 0) return undefined;
  const quiet = contracts.length - told.length;
  const tables = told.slice(0, CONTRACTS_MOST).map((contract) => historyTable(contract, locale));
  return html`<p class="note">${words.lede}</p>
${tables.slice(0, CONTRACTS_OPEN)}
${folded(tables.slice(CONTRACTS_OPEN), locale)}
${quiet > 0 && html`<p class="note">${fillText(pluralOf(words.others, quiet), { n: formatCount(quiet) })}</p>`}`;
}

function folded(tables: readonly Html[], locale: Locale): Html | false {
  const { history: words } = locale.words.payments;
  if (tables.length === 0) return false;
  const summary = fillText(pluralOf(words.more, tables.length), { n: formatCount(tables.length) });
  return html`<details class="folded"><summary>${summary}</summary>
${tables}
</details>`;
}

function historyTable(contract: ContractStory, locale: Locale): Html {
  const { payments: words, common } = locale.words;
  const { history: own } = words;
  const columns = [
    { label: own.what },
    { label: words.day, kind: 'day' as const },
    { label: own.reason },
    { label: own.before, kind: 'figure' as const },
    { label: own.value, kind: 'figure' as const },
    { label: own.difference },
  ];
  const caption = fillText(own.historyCaption, { id: contract.id ?? common.notReported });
  return html`${table({ caption, columns, rows: contractMoments(contract, locale), wide: true })}
`;
}
