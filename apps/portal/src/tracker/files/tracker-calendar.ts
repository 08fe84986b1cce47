import type { PartialDate } from '#tracker';
import { calendarText, escaped, stamp } from '../../feeds/calendar-lines.js';
import { fillText } from '../../fill.js';
import { pageOf } from '../components/page-of.js';
import { partialDayText } from '../components/said.js';
import { trackerLocaleOf } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';

/** Something of the plan that has a date. */
interface Dated {
  readonly id: string;
  readonly title: string;
  readonly date: PartialDate;
  readonly place?: string | undefined;
  readonly planned: boolean;
}

/** A year or more is no date to be put into a calendar. */
const LONGEST_DAYS = 31;
const DAY_MS = 86_400_000;

/**
 * Events, sessions and dates by which metas are due, as iCalendar (RFC 5545), in Spanish. What is known by its month or
 * week only is as long as that, tentative, and says so in its description.
 */
export function trackerCalendar(
  view: TrackerPageView,
  { origin, author, now }: { readonly origin: string; readonly author: string; readonly now: Date },
): string {
  const { plan } = view.tracker;
  const dated: readonly Dated[] = [
    ...plan.events.flatMap(({ id, title, date, place, planned = false }) =>
      date ? [{ id, title, date, place, planned }] : [],
    ),
    ...plan.sessions.flatMap(({ id, name, date, place }) =>
      date ? [{ id, title: name, date, place, planned: false }] : [],
    ),
    ...plan.milestones.flatMap(({ id, title, currentDue, originalDue }) => {
      const date = currentDue ?? originalDue;
      return date ? [{ id, title, date, planned: true }] : [];
    }),
  ];
  return calendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(author)}//ES`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(plan.plans[0]!.name)}`,
    ...dated.filter(({ date }) => lengthOf(date) <= LONGEST_DAYS).flatMap((one) => eventLines(view, one, origin, now)),
    'END:VCALENDAR',
  ]);
}

function lengthOf({ earliest, latest }: PartialDate): number {
  return (Date.parse(latest) - Date.parse(earliest)) / DAY_MS + 1;
}

function eventLines(
  view: TrackerPageView,
  { id, title, date, place, planned }: Dated,
  origin: string,
  now: Date,
): readonly string[] {
  const locale = trackerLocaleOf('es');
  const exact = date.precision === 'day';
  const when = fillText(locale.tracker.events.known, { date: partialDayText(date, locale) });
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${id}@${new URL(origin).hostname}`)}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART;VALUE=DATE:${compact(date.earliest)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(date.latest))}`,
    `SUMMARY:${escaped(title)}`,
    ...(exact ? [] : [`DESCRIPTION:${escaped(when)}`]),
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    `STATUS:${exact && !planned ? 'CONFIRMED' : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
    `URL:${origin}${pageOf(view, id) ?? '/eventos'}`,
    'END:VEVENT',
  ];
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}
