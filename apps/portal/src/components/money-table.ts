import { compareDecimals } from '#ocds';
import type { Decimal, Excess, StageMoney } from '#ocds';
import { fill, fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import type { Locale } from '../locale.js';
import { amount, amountWithWords } from './amount.js';
import { bar } from './bar.js';
import { table } from './table.js';

/** Budget → estimated → awarded → contracted → paid: figures, words, and what each includes or lacks. */
export function moneyTable(stages: readonly StageMoney[], excesses: readonly Excess[], locale: Locale): Html {
  const { words } = locale;
  const columns = [
    { label: words.money.stageColumn },
    { label: words.money.amountColumn, kind: 'figure' as const },
    { label: words.money.noteColumn },
  ];
  const scale = commonScale(stages);
  const rows = stages.map((stage) => [
    stageName(stage, scale, locale),
    figures(stage, locale),
    coverage(stage, locale),
  ]);
  return html`${table({ caption: words.money.caption, columns, rows })}
${excesses.map((excess) => excessNote(excess, locale))}
${ivaNote(stages, locale)}`;
}

function stageName({ stage, sums }: StageMoney, scale: Decimal | undefined, { words }: Locale): Child {
  const [sum] = sums;
  return [words.money.stages[stage], scale !== undefined && sum !== undefined && bar(sum.amount, scale)];
}

// Bars compare only amounts of one currency: with two there are none.
function commonScale(stages: readonly StageMoney[]): Decimal | undefined {
  const sums = stages.flatMap((stage) => stage.sums);
  if (new Set(sums.map(({ currency }) => currency)).size !== 1) return undefined;
  return sums
    .map(({ amount: figure }) => figure)
    .toSorted(compareDecimals)
    .at(-1);
}

function figures({ sums }: StageMoney, locale: Locale): Child {
  if (sums.length === 0) return amount(undefined, locale);
  return sums.map((money, index) => html`${index > 0 && html`<br>`}${amountWithWords(money, locale)}`);
}

function coverage(stage: StageMoney, { words }: Locale): string {
  const { counted, missing, excluded } = stage;
  if (counted === 0) return words.money.missing[stage.stage];
  const count = (wording: { readonly one: string; readonly other: string }, n: number) =>
    fillText(pluralOf(wording, n), { n: formatCount(n) });
  const parts = [
    count(words.money.counted[stage.stage], counted),
    missing > 0 && count(words.money.unknown, missing),
    excluded > 0 && count(words.money.excluded, excluded),
  ];
  return `${parts.filter((part) => part !== false).join('; ')}.`;
}

function excessNote({ kind, difference, percent, amended }: Excess, locale: Locale): Html {
  const { words } = locale;
  const told = fill(words.money.excess[kind], { difference: amount(difference, locale), percent });
  return html`<p class="attention">${told} ${amended ? words.money.amended : words.money.notAmended}</p>`;
}

function ivaNote(stages: readonly StageMoney[], { words }: Locale): Html | false {
  const sums = stages.flatMap((stage) => stage.sums);
  const unknown = sums.filter(({ iva }) => iva === undefined);
  if (unknown.length === 0) return false;
  return html`<p class="note">${unknown.length === sums.length ? words.amount.ivaUnknown : words.amount.ivaPartlyUnknown}</p>`;
}
