import { type PartialDate, readPartialDate } from '#tracker';
import { dayInTable } from '../../components/day.js';
import { missing } from '../../components/notice.js';
import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { titleOf } from '../find-in-plan.js';
import { recorded, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { trackerHref } from '../tracker-paths.js';
import { pageOf } from './page-of.js';
import { absent, partialDay } from './said.js';

/** A date that was moved. */
interface Moved {
  readonly milestone: string;
  readonly from: PartialDate | undefined;
  readonly to: PartialDate | undefined;
  readonly reason?: string;
  readonly session?: string | undefined;
  readonly on?: string;
}

/** What was recorded as moved, and metas whose seed tells two dates. */
export function reschedulesOf({ tracker }: TrackerPageView, of: readonly string[] | 'all'): readonly Moved[] {
  const { plan, reschedules } = tracker;
  const wanted = (id: string) => of === 'all' || of.includes(id);
  const known = reschedules.map(({ from, to, ...rest }) => ({ ...rest, from: dated(from), to: dated(to) }));
  const told = new Set(reschedules.map(({ milestone }) => milestone));
  const seeded = plan.milestones.flatMap(({ id, originalDue, currentDue }): readonly Moved[] =>
    told.has(id) || currentDue === undefined || currentDue.latest === originalDue?.latest
      ? []
      : [{ milestone: id, from: originalDue, to: currentDue }],
  );
  return [...known, ...seeded].filter(({ milestone }) => wanted(milestone));
}

function dated(written: string | null): PartialDate | undefined {
  return written === null ? undefined : readPartialDate(written);
}

/** Dates that were moved, of some metas or of all. */
export function rescheduleTable(view: TrackerPageView, of: readonly string[] | 'all', locale: TrackerLocale): Html {
  const { reschedules: words } = locale.tracker;
  const moved = reschedulesOf(view, of);
  if (moved.length === 0) return missing(words.none);
  const columns = [
    { label: words.meta },
    { label: words.from },
    { label: words.to },
    { label: words.why },
    { label: words.on, kind: 'day' as const },
  ];
  const { plan } = view.tracker;
  const rows = moved.map(({ milestone, from, to, reason, session, on }): readonly Child[] => [
    html`<a href="${trackerHref(view, `/metas/${encodeURIComponent(milestone)}`)}">${recorded(titleOf(plan, milestone), locale)}</a>`,
    from ? partialDay(from, locale) : absent('no_reportado', locale),
    to ? partialDay(to, locale) : absent('no_reportado', locale),
    html`${reason === undefined ? absent('no_reportado', locale) : recorded(reason, locale)}${session !== undefined && html`<span class="aside"><a href="${pageOf(view, session) ?? ''}">${recorded(titleOf(plan, session), locale)}</a></span>`}`,
    dayInTable(on, locale),
  ]);
  return table({ caption: words.caption, columns, rows });
}
