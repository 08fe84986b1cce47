import { compareDecimals, type Decimal, type Money } from '#ocds';
import { fill, fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import type { Locale } from '../locale.js';
import type { ContractStory, StoryStep } from '../story/contracts.js';
import { amount, amounts } from './amount.js';
import { bar } from './bar.js';
import { dayInTable } from './day.js';
import { growthText } from './growth-text.js';

/**
 * The rows of one contract: its original value, each amendment, its value now and what was paid; with bars of one scale.
 * The columns: what, day, reason, value before, value, difference.
 */
export function contractMoments(contract: ContractStory, locale: Locale): readonly (readonly Child[])[] {
  const scale = scaleOf(contract);
  const named: Named = (name, money) => [name, money !== undefined && scale !== undefined && bar(money.amount, scale)];
  return [
    originalRow(contract, named, locale),
    ...contract.steps.map((step) => stepRow(step, named, locale)),
    nowRow(contract, named, locale),
    paidRow(contract, named, locale),
  ];
}

type Named = (name: string, money: Money | undefined) => Child;

/** The largest amount, where all are of one currency: else there are no bars. */
function scaleOf({ original, steps, now, paid }: ContractStory): Decimal | undefined {
  const all = [original?.money, ...steps.map(({ after }) => after), now, ...paid].filter((one) => one !== undefined);
  if (new Set(all.map(({ currency }) => currency)).size !== 1) return undefined;
  return all
    .map(({ amount: figure }) => figure)
    .toSorted(compareDecimals)
    .at(-1);
}

function originalRow({ original }: ContractStory, named: Named, locale: Locale): readonly Child[] {
  const { history: words } = locale.words.payments;
  const told = original ? [dayInTable(original.day, locale), words.firstTold] : ['', ''];
  return [named(words.original, original?.money), ...told, '', figureOf(original?.money, locale), ''];
}

function stepRow(step: StoryStep, named: Named, locale: Locale): readonly Child[] {
  const { history: words } = locale.words.payments;
  const { amendment, day, before, after } = step;
  return [
    named(amendment ? words.amendmentStep : words.retold, after),
    dayInTable(day, locale),
    amendment ? (amendment.text ?? unsaid(words.noReason)) : html`<span class="attention">${words.noAmendment}</span>`,
    figureOf(before, locale),
    figureOf(after, locale),
    difference(step, locale.words.payments.history, locale),
  ];
}

function nowRow({ original, now, growth }: ContractStory, named: Named, locale: Locale): readonly Child[] {
  const { history: words } = locale.words.payments;
  const since = { grew: words.totalGrew, shrank: words.totalShrank, same: words.totalSame };
  const said = difference({ before: original?.money, after: now, growth }, since, locale);
  return [named(words.now, now), '', '', '', figureOf(now, locale), said];
}

function difference(
  { before, after, growth }: Pick<StoryStep, 'before' | 'after' | 'growth'>,
  said: { readonly grew: string; readonly shrank: string; readonly same: string },
  locale: Locale,
): Child {
  const { history: words } = locale.words.payments;
  if (growth) return growthText(growth, said, locale);
  if (before === undefined || after === undefined) return unsaid(words.notPublished);
  const same = before.currency === after.currency && compareDecimals(before.amount, after.amount) === 0;
  return same ? said.same : unsaid(words.incomparable);
}

function paidRow({ payments, paid, paidShare }: ContractStory, named: Named, locale: Locale): readonly Child[] {
  const { history: words } = locale.words.payments;
  const name = named(words.paid, paid.length === 1 ? paid[0] : undefined);
  if (paid.length === 0) return [name, '', '', '', unsaid(words.notPublished), ''];
  const count = fillText(pluralOf(words.payments, payments), { n: formatCount(payments) });
  const share = paidShare === undefined ? unsaid(words.noShare) : fill(words.paidShare, { percent: paidShare });
  return [name, '', count, '', amounts(paid, locale), share];
}

function figureOf(money: Money | undefined, locale: Locale): Child {
  return money === undefined ? unsaid(locale.words.payments.history.notPublished) : amount(money, locale);
}

function unsaid(text: string): Html {
  return html`<span class="missing">${text}</span>`;
}
