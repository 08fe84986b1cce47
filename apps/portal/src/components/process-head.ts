import { dayOf, winnersOf } from '#ocds';
import type { Money } from '#ocds';
import { formatDay } from '../format/day.js';
import { sumInWords } from '../format/money.js';
import { fill, fillText, type Plural, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { formatMoney } from '../format/money.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn, processFilePath, processPath, recordApiPath } from '../links.js';
import { codeLabel } from '../locale.js';
import type { Locale, Wording } from '../locale.js';
import type { ProcessStory } from '../story/process-story.js';
import type { PublicationLag } from '../story/publication-lag.js';
import type { ProcessView, ReleaseLine } from '../views.js';
import { notice } from './notice.js';
import { partyName } from './party-name.js';
import { stateLabel } from './state-label.js';

/** The title of a process; one without a title is called by its number. */
export function processTitle(story: ProcessStory, view: ProcessView, words: Wording): string {
  const number = view.localNumber ?? story.localNumber ?? view.ocid;
  return story.title ?? fillText(words.common.untitled, { number });
}

/** Who buys, how, the title, where it stands, who won how much, and how to cite and download it. */
export function processHead(story: ProcessStory, view: ProcessView, locale: Locale): Html {
  const { words } = locale;
  return html`<header class="opening with-identity">
<div class="headline">
<p class="kicker">${kicker(story, view, locale)}</p>
${headline(processTitle(story, view, words))}
<p class="lede">${standing(story, locale)} ${winning(story, locale)}</p>
${story.description && html`<p class="prose">${fillText(words.process.about, { text: story.description })}</p>`}
${story.legalGround && html`<p class="prose note">${fillText(words.process.legalGround, { text: story.legalGround })}</p>`}
</div>
${identity(story, view, locale)}
</header>
${view.asOf !== undefined && pastNotice(view, view.asOf, locale)}`;
}

// Some titles are whole paragraphs; they keep their words and lose some size.
function headline(title: string): Html {
  return title.length > LONG_TITLE ? html`<h1 class="long">${title}</h1>` : html`<h1>${title}</h1>`;
}

const LONG_TITLE = 90;

function kicker(story: ProcessStory, { parties = [] }: ProcessView, locale: Locale): Html {
  const method = story.methodDetails ?? (story.method && codeLabel(locale, 'procurementMethod', story.method));
  const category = story.category && codeLabel(locale, 'category', story.category);
  const buyer = story.buyer === undefined ? locale.words.row.noBuyer : partyName(story.buyer, 'buyer', parties, locale);
  const parts = [buyer, method, category];
  return html`${parts.filter((part) => part !== undefined).map((part) => html`<span>${part}</span> `)}`;
}

function standing({ state, tenderStatus, lag }: ProcessStory, locale: Locale): Html {
  const label = stateLabel(state, tenderStatus, locale);
  const late = lag === undefined ? isAwarded(state) && locale.words.process.lag.unknown : lagText(lag, locale);
  return html`<strong>${label}.</strong> ${late}`;
}

function isAwarded({ stage }: ProcessStory['state']): boolean {
  return stage === 'award' || stage === 'contract' || stage === 'implementation';
}

function lagText({ days, here }: PublicationLag, locale: Locale): string {
  const { lag } = locale.words.process;
  // A day more is the night between two clocks.
  const own = here !== undefined && here > days + 1 ? ` ${inDays(lag.here, here)}` : '';
  if (days < 0) return lag.before + own;
  return (days === 0 ? lag.same : inDays(lag.after, days)) + own;
}

function inDays(words: Plural, days: number): string {
  return fillText(pluralOf(words, days), { n: formatCount(days) });
}

function winning(story: ProcessStory, locale: Locale): Html | false {
  const { lede } = locale.words.process;
  const winners = winnersOf(story.deals);
  const awarded = story.money.find(({ stage }) => stage === 'award');
  const [sum, ...others] = awarded?.sums ?? [];
  if (winners.length === 0 || others.length > 0) return false;
  const names = { supplier: winners[0], n: formatCount(winners.length) };
  if (sum === undefined) return fill(winners.length === 1 ? lede.oneNoAmount : lede.manyNoAmount, names);
  const told = fill(winners.length === 1 ? lede.one : lede.many, { ...names, amount: spoken(sum, locale) });
  return html`${told}${(awarded?.missing ?? 0) > 0 && ` ${lede.partial}`}`;
}

function spoken(money: Money, locale: Locale): string {
  const words = sumInWords(money, locale);
  const figure = formatMoney(money, locale);
  return words === undefined ? figure : fillText(locale.words.process.amountWithWords, { figure, words });
}

/** The page tells of a past moment. */
function pastNotice({ ocid }: ProcessView, { date }: ReleaseLine, locale: Locale): Html {
  const { cite: words } = locale.words;
  const day = dayOf(date);
  const title = day === undefined ? words.pastUndated : fillText(words.past, { day: formatDay(day, locale) });
  const now = html`<a href="${pathIn(locale.language, processPath(ocid))}">${words.toPresent}</a>`;
  return notice(title, now, words.pastLabel);
}

function identity(story: ProcessStory, view: ProcessView, { words, language }: Locale): Html {
  const number = view.localNumber ?? story.localNumber;
  return html`<div class="identity"><dl>
${number !== undefined && html`<div><dt>${words.process.localNumber}</dt><dd>${copyable(number, words)}</dd></div>`}
<div><dt>${words.process.ocid}</dt><dd>${copyable(view.ocid, words)}</dd></div>
</dl>
<p class="actions"><a class="action" href="${recordApiPath(view.ocid)}">${words.process.download}</a></p>
<p class="facts">${FILES.map(
    ([format, name]) =>
      html`<span><a href="${pathIn(language, processFilePath(view.ocid, format))}">${words.process.files[name]}</a></span> `,
  )}<span><a href="#citar">${words.process.cite}</a></span></p></div>`;
}

const FILES = [
  ['csv.zip', 'csv'],
  ['xlsx', 'xlsx'],
  ['pdf', 'pdf'],
] as const;

// The script adds the button; without it the text is there to select.
function copyable(text: string, words: Wording): Html {
  return html`<span class="code" data-copy="${words.process.copy}" data-copied="${words.process.copied}">${text}</span>`;
}
