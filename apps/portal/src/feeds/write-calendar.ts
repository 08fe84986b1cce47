import { calendarText, escaped, stamp } from './calendar-lines.js';
import type { Feed, FeedEntry } from './feed.js';

/** The deadlines of a feed as iCalendar (RFC 5545): one event a tender, which ends when offers do. */
export function writeCalendar(feed: Feed): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(feed.author)}//ES`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(feed.title)}`,
    ...feed.entries.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return calendarText(lines);
}

const HOUR_MS = 3_600_000;

function eventLines({ id, title, page, updated, summary, author, deadline }: FeedEntry): readonly string[] {
  if (deadline === undefined) return [];
  const end = new Date(deadline);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${stamp(new Date(updated))}`,
    `DTSTART:${stamp(new Date(end.getTime() - HOUR_MS))}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(summary)}`,
    ...(author === undefined ? [] : [`LOCATION:${escaped(author)}`]),
    `URL:${page}`,
    'END:VEVENT',
  ];
}
