import type { PublicEvent } from '#tracker';
import { missing } from '../../components/notice.js';
import { fillText, pluralOf } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { assertionTable } from '../components/assertion-table.js';
import { issueNotes } from '../components/issue-notes.js';
import { absent, orAbsent, partialDay, quantity } from '../components/said.js';
import { factList, section } from '../components/section.js';
import { sourceMark } from '../components/source-mark.js';
import { organisationName, personName, titleOf } from '../find-in-plan.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { trackerPath } from '../tracker-paths.js';

/** What was held in public, with who came, as it was counted: attendees, participants and visitors are never added. */
export function eventsPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { events: words, page } = locale.tracker;
  const { events } = view.tracker.plan;
  const n = events.length;
  const head = {
    path: '/eventos',
    section: 'events' as const,
    title: words.title,
    heading: fillText(pluralOf(words.heading, n), { n }),
    lede: words.lede,
  };
  const list = html`<ol class="results">${events.map((one) => eventRow(view, one, locale))}</ol>`;
  const body = html`<div class="found">${n === 0 ? missing(words.none) : list}
<p class="take-away">${page.follow}: <a href="${trackerPath(view, '/eventos.ics')}">iCalendar</a> (${words.calendar})</p></div>
${section(
  'otras-fuentes',
  locale.tracker.commitment.others,
  assertionTable(
    view,
    events.map(({ id }) => id),
    locale,
  ),
)}`;
  return trackerPage(view, head, body, locale);
}

function eventRow(view: TrackerPageView, event: PublicEvent, locale: TrackerLocale): Html {
  const { events: words } = locale.tracker;
  const { plan } = view.tracker;
  const { id, kind, title, date, planned, place, from, partOf } = event;
  return html`<li id="${id}">
<h2 class="row-title">${recorded(title, locale)}</h2>
<p class="facts"><span>${termOf('eventKind', kind, locale)}</span>${date && html` <span>${partialDay(date, locale)}</span>`}${planned && html` <span><strong>${words.planned}</strong></span>`}${place !== undefined && html` <span>${recorded(place, locale)}</span>`}${partOf !== undefined && html` <span>${words.partOf} <a href="#${partOf}">${recorded(titleOf(plan, partOf), locale)}</a></span>`}${sourceMark(from, plan, locale)}</p>
${factList(factsOf(view, event, locale))}
${issueNotes(view, [id], locale)}
</li>
`;
}

function factsOf(
  view: TrackerPageView,
  event: PublicEvent,
  locale: TrackerLocale,
): readonly (readonly [string, Child])[] {
  const { fields } = locale.tracker;
  const { plan } = view.tracker;
  const { date, place, attendance, delegates, speakers = [], organisers = [], audience, contents = [], nulls } = event;
  const told = (label: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [[label, recorded(texts.join(' · '), locale)] as const];
  const spoke = speakers.map(
    ({ person, topic }) => `${personName(plan, person)}${topic === undefined ? '' : `, «${topic}»`}`,
  );
  return [
    ...(date ? [] : [[fields.date, absent(nulls['date'], locale)] as const]),
    ...(place === undefined ? [[fields.place, absent(nulls['place'], locale)] as const] : []),
    ...(delegates ? [[fields.delegates, quantity(delegates, locale)] as const] : []),
    [fields.attendanceCount, orAbsent(attendance && quantity(attendance, locale), event, 'attendance', locale)],
    ...told(fields.speakers, spoke),
    ...('panellists' in nulls ? [[fields.panellists, absent(nulls['panellists'], locale)] as const] : []),
    ...told(
      fields.organisers,
      organisers.map((one) => organisationName(plan, one)),
    ),
    ...told(fields.audience, audience === undefined ? [] : [audience]),
    ...told(fields.contents, contents),
    ...('materials' in nulls ? [[fields.materials, absent(nulls['materials'], locale)] as const] : []),
  ];
}
