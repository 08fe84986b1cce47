import type { Sheet } from '#documents';
import type { Deal, Money } from '#ocds';
import type { Block, Run, Text } from '#tracker';
import { stateLabel } from '../components/state-label.js';
import { processTitle } from '../components/process-head.js';
import { fillText, pluralOf } from '../fill.js';
import { formatDay } from '../format/day.js';
import { formatMoney } from '../format/money.js';
import { formatCount } from '../format/number.js';
import { pathIn, processPath } from '../links.js';
import { codeLabel, type Locale, localeOf } from '../locale.js';
import { maskStory } from '../privacy/mask-story.js';
import { tellProcess } from '../story/process-story.js';
import type { ProcessStory } from '../story/process-story.js';
import type { ProcessView } from '../views.js';

/** Rows of a table that fit on a sheet; the page has the others. */
const ROWS = 6;
const LONGEST_CELL = 160;

/** What a process comes to, on one page: stages with their dates, money by stage, who won, and where all of it is. */
export function processSheet(view: ProcessView): Sheet {
  const locale = localeOf(view.site.language);
  const { words } = locale;
  const story = maskStory(tellProcess(view.release, view.releases), words.mask);
  const method = story.methodDetails ?? (story.method && codeLabel(locale, 'procurementMethod', story.method));
  const number = view.localNumber ?? story.localNumber;
  return {
    language: view.site.language === 'es' ? 'es-MX' : 'en',
    kicker: [story.buyer ?? words.row.noBuyer, method, number].filter(Boolean).join(' · '),
    title: cut(processTitle(story, view, words), 2 * LONGEST_CELL),
    lede: `${stateLabel(story.state, story.tenderStatus, locale)}.`,
    blocks: [stageBlock(story, locale), moneyBlock(story, locale), dealBlock(story, locale)],
    foot: foot(view, locale),
  };
}

function stageBlock({ timeline }: ProcessStory, locale: Locale): Block {
  const { words } = locale;
  const rows = timeline.map(({ stage, reached, events }): readonly Text[] => [
    plain(words.stage[stage]),
    events.length === 0
      ? missing(reached ? words.timeline.missing[stage] : words.timeline.notReached)
      : plain(events.map(({ day, until }) => [day, until].filter(Boolean).join(' – ')).join('; ')),
  ]);
  return { kind: 'table', caption: words.process.timeline, head: [words.sheet.stage, words.sheet.dates], rows };
}

function moneyBlock({ money: all }: ProcessStory, locale: Locale): Block {
  const { words } = locale;
  const rows = all.map(({ stage, sums }): readonly Text[] => [
    plain(words.money.stages[stage]),
    sums.length === 0
      ? missing(words.money.missing[stage])
      : plain(sums.map((sum) => moneyText(sum, locale)).join('; ')),
  ]);
  return {
    kind: 'table',
    caption: words.process.money,
    head: [words.money.stageColumn, words.money.amountColumn],
    rows,
  };
}

function dealBlock({ deals: all }: ProcessStory, locale: Locale): Block {
  const { words } = locale;
  if (all.length === 0) return { kind: 'paragraph', text: missing(words.deals.none) };
  const more = all.length - ROWS;
  const rest = more > 0 ? ` (${fillText(pluralOf(words.sheet.more, more), { n: formatCount(more) })})` : '';
  return {
    kind: 'table',
    caption: `${words.process.deals}${rest}`,
    head: [words.deals.supplier, words.deals.awardAmount, words.deals.contract, words.deals.contractAmount],
    rows: all.slice(0, ROWS).map((deal) => dealRow(deal, locale)),
  };
}

function dealRow({ award, contract }: Deal, locale: Locale): readonly Text[] {
  const { deals: words } = locale.words;
  return [
    award === undefined
      ? missing(words.noAward)
      : plain(cut(award.suppliers.join(', ') || words.noSupplier, LONGEST_CELL)),
    amountText(award?.money, locale),
    contract === undefined ? missing(words.noContract) : plain(cut(contract.id ?? '', 40)),
    contract === undefined ? plain('') : amountText(contract.money, locale),
  ];
}

function amountText(money: Money | undefined, locale: Locale): Text {
  return money === undefined ? missing(locale.words.amount.missing) : plain(moneyText(money, locale));
}

function moneyText(money: Money, locale: Locale): string {
  const { withIva, withoutIva } = locale.words.amount;
  const iva = money.iva === undefined ? '' : ` ${money.iva === 'with' ? withIva : withoutIva}`;
  return formatMoney(money, locale) + iva;
}

function foot({ ocid, site, releases, publisher }: ProcessView, locale: Locale): string {
  const { sheet: words } = locale.words;
  const day = releases.at(-1)?.date?.slice(0, 10);
  return [
    `ocid ${ocid}`,
    publisher && fillText(words.publisher, { publisher: publisher.name }),
    day && fillText(words.asOf, { day: formatDay(day, locale), n: formatCount(releases.length) }),
    site.demo !== false && site.demo !== 'elsewhere' && `${locale.words.demo.title} ${locale.words.demo.all}`,
    site.origin + pathIn(site.language, processPath(ocid)),
  ]
    .filter(Boolean)
    .join('\n');
}

function plain(text: string): Text {
  return [{ text }];
}

function missing(text: string): Text {
  return [{ text, style: 'missing' } satisfies Run];
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}
