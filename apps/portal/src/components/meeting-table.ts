import { dayOf, membersOf, textOf } from '#ocds';
import type { Release } from '#ocds';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { formatCount } from '../format/number.js';
import type { Locale } from '../locale.js';
import { dayInTable } from './day.js';
import { table } from './table.js';

/** Clarification meetings of the tender: when, and how many were there. Nothing where none is told. */
export function meetingTable(release: Release, locale: Locale): Html | false {
  const meetings = membersOf(release.tender, 'clarificationMeetings').slice(0, MOST);
  if (meetings.length === 0) return false;
  const { meetings: words } = locale.words;
  const columns = [
    { label: words.meeting },
    { label: words.day, kind: 'day' as const },
    { label: words.attendees, kind: 'figure' as const },
    { label: words.officials, kind: 'figure' as const },
  ];
  const rows = meetings.map((meeting, n) => [
    textOf(meeting['title']) ?? `${words.caption} ${n + 1}`,
    dayInTable(dayOf(meeting['date']), locale),
    formatCount(membersOf(meeting, 'attendees').length),
    formatCount(membersOf(meeting, 'officials').length),
  ]);
  return html`${table({ caption: words.caption, columns, rows })}`;
}

const MOST = 50;
