import { dayOf } from '#ocds';
import type { ProcessRow } from '#search';
import { stateLabel } from '../components/state-label.js';
import { fillText } from '../fill.js';
import { formatMoney } from '../format/money.js';
import { formatDay } from '../format/day.js';
import { processPath } from '../links.js';
import { localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import type { Feed, FeedEntry } from './feed.js';

export interface FeedHead {
  readonly title: string;
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  readonly selfPath: string;
  readonly pagePath: string;
  readonly author: string;
  readonly now: string;
}

/** Processes as a feed, in Spanish; each is one entry that is renewed with every publication of it. */
export function feedOfProcesses(rows: readonly ProcessRow[], head: FeedHead): Feed {
  const locale = localeOf('es');
  const entries = rows.map((row) => entryOf(row, head.origin));
  return {
    title: fillText(locale.words.site.title, { page: head.title, site: locale.words.site.name }),
    subtitle: locale.words.site.description,
    self: head.origin + head.selfPath,
    page: head.origin + head.pagePath,
    language: locale.tag,
    author: head.author,
    updated:
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? head.now,
    entries,
  };
}

function entryOf(row: ProcessRow, origin: string): FeedEntry {
  const locale = localeOf('es');
  const { words } = locale;
  const number = row.localNumber ?? row.ocid;
  const money =
    row.amount !== null && row.amountStage !== null
      ? `${words.money.stages[row.amountStage]}: ${formatMoney({ amount: row.amount, currency: row.currency ?? undefined }, locale)}`
      : words.row.noAmount;
  const facts = [
    `${stateLabel({ stage: row.stage }, row.tenderStatus ?? undefined, locale)}`,
    row.buyerName ?? words.row.noBuyer,
    number,
    money,
    ...(row.suppliers.length > 0 ? [fillText(words.row.won, { names: row.suppliers.slice(0, 3).join(', ') })] : []),
    ...deadlineText(row, locale),
  ];
  return {
    id: `urn:ocid:${encodeURIComponent(row.ocid.toWellFormed())}`,
    title: row.title ?? fillText(words.common.untitled, { number }),
    page: origin + processPath(row.ocid),
    updated: (row.date ?? new Date(0)).toISOString(),
    summary: `${facts.join('. ')}.`,
    author: row.buyerName ?? undefined,
    deadline: row.tenderEnd?.toISOString(),
  };
}

function deadlineText({ tenderEnd, stage }: ProcessRow, locale: Locale): readonly string[] {
  const day = stage === 'tender' ? dayOf(tenderEnd?.toISOString()) : undefined;
  return day === undefined ? [] : [fillText(locale.words.row.deadline, { day: formatDay(day, locale) })];
}
