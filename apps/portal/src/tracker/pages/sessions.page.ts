import type { MeetingSeries, Session } from '#tracker';
import { missing } from '../../components/notice.js';
import { fillText, pluralOf } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { assertionTable } from '../components/assertion-table.js';
import { issueNotes } from '../components/issue-notes.js';
import { orAbsent, quantity } from '../components/said.js';
import { factList, section } from '../components/section.js';
import { sessionFacts } from '../components/session-facts.js';
import { sourceMark } from '../components/source-mark.js';
import { agreementsOf } from '../find-in-plan.js';
import { recorded, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { sessionPath, trackerHref } from '../tracker-paths.js';

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
  const { id, name } = session;
  const way = html`<p class="take-away"><a href="${trackerHref(view, sessionPath(id))}">${locale.tracker.sessions.whole}</a></p>`;
  return section(
    id,
    name,
    html`${sessionFacts(view, session, locale, agreedTitles(view, id, locale))}
${way}`,
  );
}

function agreedTitles(view: TrackerPageView, id: string, locale: TrackerLocale): Child {
  const agreements = agreementsOf(view.tracker.plan, id);
  if (agreements.length === 0) return locale.tracker.sessions.noAgreements;
  return html`<ul class="plain-list">${agreements.map((one) => html`<li><a href="${trackerHref(view, `/acuerdos#${one.id}`)}">${recorded(one.title, locale)}</a></li>`)}</ul>`;
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
