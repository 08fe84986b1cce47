import type { StatusEvent } from '#tracker';
import { fillText } from '../../fill.js';
import type { Feed, FeedEntry } from '../../feeds/feed.js';
import { termInLog } from '../components/log-terms.js';
import { titleOf } from '../find-in-plan.js';
import { pageOf } from '../components/page-of.js';
import { type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';

const MOST_ENTRIES = 50;

export interface TrackerFeedHead {
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  readonly selfPath: string;
  readonly author: string;
  readonly now: string;
}

/** The newest lines of the public log as a feed, in Spanish: states, moved dates, assessments, resolved inconsistencies. */
export function trackerFeed(view: TrackerPageView, { origin, selfPath, author, now }: TrackerFeedHead): Feed {
  const locale = trackerLocaleOf('es');
  const { log, plan } = view.tracker;
  const entries = log
    .slice(-MOST_ENTRIES)
    .toReversed()
    .map((line) => entryOf(view, line, origin, locale));
  return {
    title: fillText(locale.words.site.title, {
      page: `${locale.tracker.history.title}: ${plan.plans[0]!.name}`,
      site: locale.words.site.name,
    }),
    subtitle: locale.tracker.commitments.description,
    self: origin + selfPath,
    page: `${origin}/historial`,
    language: locale.tag,
    author,
    updated: entries[0]?.updated ?? now,
    entries,
  };
}

function entryOf(view: TrackerPageView, line: StatusEvent, origin: string, locale: TrackerLocale): FeedEntry {
  const { seq, hash, entityId, field, from, to, actorRole, reason, recordedAt } = line;
  const { plan } = view.tracker;
  const name = titleOf(plan, entityId);
  const told = to === null ? '—' : termInLog(field, to, locale);
  const before = from === null ? '' : `${termInLog(field, from, locale)} → `;
  const facts = [
    `${termInLog(field, null, locale)}: ${before}${told}`,
    termInLog('role', actorRole, locale),
    ...(reason === null ? [] : [reason]),
  ];
  return {
    id: `urn:sha256:${hash}`,
    title: `${name}: ${termInLog(field, null, locale)} ${told}`,
    page: origin + (pageOf(view, entityId) ?? `/historial#renglon-${seq}`),
    updated: new Date(recordedAt).toISOString(),
    summary: `${facts.join('. ')}.`,
  };
}
