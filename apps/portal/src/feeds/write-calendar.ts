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
  return lines.map((line) => `${folded(line)}\r\n`).join('');
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

/** `20260131T180000Z` */
function stamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

const LONGEST_LINE = 75;

/** Lines are at most 75 bytes long; what follows stands on lines that begin with a space. */
function folded(line: string): string {
  let text = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LONGEST_LINE) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}
