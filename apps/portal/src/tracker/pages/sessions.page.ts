import type { MeetingSeries, Session } from '#tracker';
import { missing } from '../../components/notice.js';
import { fillText, pluralOf } from '../../fill.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { assertionTable } from '../components/assertion-table.js';
import { issueNotes } from '../components/issue-notes.js';
import { absent, orAbsent, partialDay, quantity } from '../components/said.js';
import { factList, section } from '../components/section.js';
import { sourceMark } from '../components/source-mark.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { trackerHref } from '../tracker-paths.js';

/** The sessions of the governing body with what they decided, and the meetings that are known only as a count. */
export function sessionsPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { sessions: words } = locale.tracker;
  const { sessions, meetingSeries } = view.tracker.plan;
  const n = sessions.length;
  const head = {
    path: '/sesiones',
    section: 'sessions' as const,
    title: words.title,
    heading: fillText(pluralOf(words.heading, n), { n }),
    lede: words.lede,
  };
  const ids = [...sessions, ...meetingSeries].map(({ id }) => id);
  const body = html`${sessions.map((one) => sessionSection(view, one, locale))}
${section('reuniones', words.series, meetingSeries.length === 0 ? missing(words.noSeries) : meetingSeries.map((one) => seriesFacts(view, one, locale)))}
${section('otras-fuentes', locale.tracker.commitment.others, assertionTable(view, ids, locale))}`;
  return trackerPage(view, head, body, locale);
}

function sessionSection(view: TrackerPageView, session: Session, locale: TrackerLocale): Html {
  const { fields, sessions: words } = locale.tracker;
  const { plan } = view.tracker;
  const { id, name, type, ordinal, date, place, content = [], notes = [], nulls, from } = session;
  const agreements = plan.agreements.filter((one) => one.session === id || one.alsoIn === id);
  const lack = (field: string) => absent(nulls[field], locale);
  const body = html`${factList([
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
    [
      fields.agreements,
      agreements.length === 0
        ? words.noAgreements
        : html`<ul class="plain-list">${agreements.map((one) => html`<li><a href="${trackerHref(view, `/acuerdos#${one.id}`)}">${recorded(one.title, locale)}</a></li>`)}</ul>`,
    ],
    [fields.quorum, lack('quorum')],
    [fields.attendance, lack('attendance')],
    [fields.votes, lack('votes')],
    [fields.minutes, lack('minutes')],
    [fields.source, sourceMark(from, plan, locale)],
  ])}
${[from.note, ...notes].map((note) => note !== undefined && html`<p class="note">${recorded(note, locale)}</p>`)}
${issueNotes(view, [id], locale)}`;
  return section(id, name, body);
}

function seriesFacts(view: TrackerPageView, series: MeetingSeries, locale: TrackerLocale): Html {
  const { fields, sessions: words } = locale.tracker;
  const { plan } = view.tracker;
  const { id, name, count, place, topics = [], topicsIncomplete, from } = series;
  return html`<h3 class="part" id="${id}">${recorded(name, locale)}${sourceMark(from, plan, locale)}</h3>
${factList([
  [fields.meetings, quantity(count, locale)],
  [fields.place, orAbsent(place && recorded(place, locale), series, 'place', locale)],
  ...(topics.length > 0
    ? [
        [
          fields.topics,
          html`${recorded(topics.join(' · '), locale)}${topicsIncomplete && ` (${words.amongOthers})`}`,
        ] as const,
      ]
    : []),
])}
${issueNotes(view, [id], locale)}`;
}
