import type { Session } from '#tracker';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { recorded, termOf, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { issueNotes } from './issue-notes.js';
import { absent, orAbsent, partialDay } from './said.js';
import { factList } from './section.js';
import { sourceMark } from './source-mark.js';

/**
 * A session: when, where, what was dealt with, and what is not known of it.
 *
 * @param agreed what it agreed on, where the page tells it nowhere else.
 */
export function sessionFacts(view: TrackerPageView, session: Session, locale: TrackerLocale, agreed?: Child): Html {
  const { fields } = locale.tracker;
  const { plan } = view.tracker;
  const { id, type, ordinal, date, place, content = [], notes = [], nulls, from } = session;
  const lack = (field: string) => absent(nulls[field], locale);
  return html`${factList([
    [fields.date, orAbsent(date && partialDay(date, locale), session, 'date', locale)],
    [
      fields.type,
      html`${orAbsent(type && termOf('sessionType', type, locale), session, 'type', locale)}${ordinal !== undefined && ` (${ordinal})`}`,
    ],
    [fields.place, orAbsent(place && recorded(place, locale), session, 'place', locale)],
    [
      fields.content,
      content.length === 0
        ? lack('content')
        : html`<ul class="plain-list">${content.map((one) => html`<li>${recorded(one, locale)}</li>`)}</ul>`,
    ],
    ...(agreed === undefined ? [] : [[fields.agreements, agreed] as const]),
    [fields.quorum, lack('quorum')],
    [fields.attendance, lack('attendance')],
    [fields.votes, lack('votes')],
    [fields.minutes, lack('minutes')],
    [fields.source, sourceMark(from, plan, locale)],
  ])}
${[from.note, ...notes].map((note) => note !== undefined && html`<p class="note">${recorded(note, locale)}</p>`)}
${issueNotes(view, [id], locale)}`;
}
