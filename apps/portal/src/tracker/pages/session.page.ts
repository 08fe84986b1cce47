import type { Session } from '#tracker';
import { missing } from '../../components/notice.js';
import { html } from '../../html.js';
import type { Child } from '../../html.js';
import { assertionTable } from '../components/assertion-table.js';
import { evidenceList } from '../components/evidence-list.js';
import { logTable } from '../components/log-table.js';
import { provenanceTable } from '../components/provenance-table.js';
import { rulesOfSession } from '../components/rule-facts.js';
import { partialDay } from '../components/said.js';
import { section } from '../components/section.js';
import { sessionFacts } from '../components/session-facts.js';
import { sourceMark } from '../components/source-mark.js';
import { agreementsOf } from '../find-in-plan.js';
import { recorded, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { sessionPath, trackerHref } from '../tracker-paths.js';

/** A session in depth: what was dealt with, what it agreed on, and every change of the plan that it set. */
export function sessionPage(view: TrackerPageView, session: Session): string {
  const locale = trackerLocaleOf(view.site.language);
  const { sessions: words, commitment } = locale.tracker;
  const { plan } = view.tracker;
  const { id, name, date } = session;
  const head = {
    path: sessionPath(id),
    section: 'sessions' as const,
    title: name,
    kicker: html`<a href="${trackerHref(view, '/sesiones')}">${words.title}</a>`,
    heading: recorded(name, locale),
    ...(date && { lede: partialDay(date, locale) }),
  };
  const evidence = plan.evidence.filter(({ target }) => target === id);
  const body = html`${section('datos', commitment.facts, sessionFacts(view, session, locale))}
${section('acuerdos', words.agreed, agreements(view, id, locale))}
${section('fijo', words.decided, decided(view, id, locale))}
${section('evidencia', words.evidence, evidence.length === 0 ? missing(words.noEvidence) : evidenceList(view, evidence, locale))}
${section('otras-fuentes', commitment.others, assertionTable(view, [id], locale))}
${section('como-lo-sabemos', commitment.provenance, provenanceTable(view, session, locale))}`;
  return trackerPage(view, head, body, locale);
}

function agreements(view: TrackerPageView, id: string, locale: TrackerLocale): Child {
  const { plan } = view.tracker;
  const own = agreementsOf(plan, id);
  if (own.length === 0) return missing(locale.tracker.sessions.noAgreements);
  return html`<ul class="plain-list">${own.map(
    ({ id: one, title, text, from }) =>
      html`<li><strong><a href="${trackerHref(view, `/acuerdos#${one}`)}">${recorded(title, locale)}</a></strong>. ${recorded(text, locale)}${sourceMark(from, plan, locale)}</li>`,
  )}</ul>`;
}

/** The lines of the log that say that this session agreed on them, and the rules that it fixed. */
function decided(view: TrackerPageView, id: string, locale: TrackerLocale): Child {
  const { log, grounds } = view.tracker;
  const lines = new Set(grounds.flatMap(({ line, session }) => (session === id ? [line] : [])));
  const events = log.filter(({ seq }) => lines.has(seq));
  const rules = rulesOfSession(view, id, locale);
  if (events.length === 0 && !rules) return missing(locale.tracker.sessions.nothing);
  return html`${rules}${events.length > 0 && logTable(view, events, locale)}`;
}
