import { dayOf, membersOf, textOf } from '#ocds';
import type { Release } from '#ocds';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
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
    howMany(membersOf(meeting, 'attendees').length, locale),
    howMany(membersOf(meeting, 'officials').length, locale),
  ]);
  return html`${table({ caption: words.caption, columns, rows })}`;
}

// Nobody named is not nobody there.
function howMany(n: number, { words }: Locale): Child {
  return n === 0 ? html`<span class="missing">${words.common.notReported}</span>` : formatCount(n);
}

const MOST = 50;
