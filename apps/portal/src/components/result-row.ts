import { dayOf, isTold } from '#ocds';
import { sumInWords } from '../format/money.js';
import { fill, fillText, pluralOf } from '../fill.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { pathIn, processPath } from '../links.js';
import { codeLabel } from '../locale.js';
import type { Locale } from '../locale.js';
import { maskStory } from '../privacy/mask-story.js';
import type { ResultRow } from '../views.js';
import { amount } from './amount.js';
import { dayInText, deadlineInText } from './day.js';
import { snippet } from './snippet.js';
import { stateLabel } from './state-label.js';

/** Processes in a list, each with the heading level that fits the page. */
export function resultList(rows: readonly ResultRow[], level: 'h2' | 'h3', locale: Locale): Html {
  return html`<ol class="results">${rows.map(
    (row) => html`<li>${resultRow(row, level, locale)}</li>
`,
  )}</ol>`;
}

/** Title, buyer, state, amount with its stage, date, and why it matched. */
export function resultRow(view: ResultRow, level: 'h2' | 'h3', locale: Locale): Html {
  const row = maskStory(view, locale.words.mask);
  const title = html`<a href="${pathIn(locale.language, processPath(row.ocid))}">${titleOf(row, locale)}</a>`;
  return html`<article class="result">
<div class="result-text">
${level === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
<p class="result-buyer">${row.buyer ?? html`<span class="missing">${locale.words.row.noBuyer}</span>`}</p>
${winners(row, locale)}
${row.snippet && snippet(row.snippet, locale)}
<p class="facts">${factsOf(row, locale)}</p>
</div>
<div class="result-money">${moneyOf(row, locale)}</div>
</article>`;
}

function titleOf({ title, localNumber, ocid }: ResultRow, { words }: Locale): string {
  return title ?? fillText(words.common.untitled, { number: localNumber ?? ocid });
}

function factsOf(row: ResultRow, locale: Locale): readonly Html[] {
  const { words } = locale;
  const day = dayOf(row.date);
  const deadline = row.deadline === undefined ? undefined : deadlineInText(row.deadline, locale);
  const method = row.method === undefined ? row.methodDetails : codeLabel(locale, 'procurementMethod', row.method);
  const facts: readonly Child[] = [
    html`<strong>${stateLabel({ stage: row.stage, outcome: row.outcome }, row.tenderStatus, locale)}</strong>`,
    deadline !== undefined && html`<strong>${fill(words.row.deadline, { day: deadline })}</strong>`,
    method,
    row.localNumber,
    day !== undefined && fill(words.row.published, { day: dayInText(day, locale) }),
  ];
  return facts.filter((fact) => fact !== undefined && fact !== false).map((fact) => html`<span>${fact}</span> `);
}

function winners({ suppliers = [] }: ResultRow, { words }: Locale): Html | false {
  if (suppliers.length === 0) return false;
  const more = suppliers.length - 2;
  const names = suppliers.slice(0, 2).join(more > 0 ? ', ' : words.common.list);
  const all = more > 0 ? fillText(pluralOf(words.row.wonMore, more), { names, n: more }) : names;
  return html`<p class="result-won">${fillText(words.row.won, { names: all })}</p>`;
}

function moneyOf({ amount: money }: ResultRow, locale: Locale): Html {
  if (money === undefined || !isTold(money)) return html`<p class="missing">${locale.words.row.noAmount}</p>`;
  const inWords = sumInWords(money, locale);
  return html`<p class="figure">${amount(money, locale)}</p>
<p class="facts">${locale.words.money.stages[money.stage]}${inWords && `: ${inWords}`}</p>`;
}
