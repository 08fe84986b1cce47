import type { ProcessRow } from '#search';
import { fillText } from '../fill.js';
import { processPath } from '../links.js';
import { localeOf } from '../locale.js';
import type { Feed, FeedEntry } from './feed.js';
import { processFacts } from './process-facts.js';

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
  const { title, facts } = processFacts(row, localeOf('es'));
  return {
    id: `urn:ocid:${encodeURIComponent(row.ocid.toWellFormed())}`,
    title,
    page: origin + processPath(row.ocid),
    updated: (row.date ?? new Date(0)).toISOString(),
    summary: facts.map((fact) => (fact.endsWith('.') ? fact : `${fact}.`)).join(' '),
    author: row.buyerName ?? undefined,
    deadline: row.tenderEnd?.toISOString(),
  };
}
