import { type Commitment, lanesOf, metasOf } from '#tracker';
import { missing } from '../../components/notice.js';
import { fill } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { assertionTable } from '../components/assertion-table.js';
import { committeeFacts } from '../components/committee-facts.js';
import { evidenceList } from '../components/evidence-list.js';
import { figureTable } from '../components/figure-table.js';
import { issueNotes } from '../components/issue-notes.js';
import { laneTable } from '../components/lane-table.js';
import { laneTrio } from '../components/lane-trio.js';
import { logTable } from '../components/log-table.js';
import { metaTable } from '../components/meta-table.js';
import { provenanceTable } from '../components/provenance-table.js';
import { questionPart } from '../components/question-part.js';
import { rescheduleTable } from '../components/reschedule-table.js';
import { ruledMetas } from '../components/rule-facts.js';
import { absent, orAbsent, partialDay, quantity } from '../components/said.js';
import { factList, section } from '../components/section.js';
import { sourceMark } from '../components/source-mark.js';
import { idsOf, organisationName } from '../find-in-plan.js';
import { NO_QUESTIONS, type QuestionsView } from '../questions-view.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { commitmentPath, downloadHref, trackerHref } from '../tracker-paths.js';
import { lastChange } from './commitments.page.js';

/** A commitment in depth: what is promised, what each lane says, metas, evidence, history, and where each fact comes from. */
export function commitmentPage(
  view: TrackerPageView,
  commitment: Commitment,
  questions: QuestionsView = NO_QUESTIONS,
): string {
  const locale = trackerLocaleOf(view.site.language);
  const { commitment: words } = locale.tracker;
  const { number, title, shortTitle } = commitment;
  const head = {
    path: commitmentPath(number),
    section: 'commitments' as const,
    title: `${words.one} ${number}: ${shortTitle ?? title}`,
    kicker: `${words.one} ${number}`,
    heading: view.site.language === 'es' ? title : recorded(title, locale),
    lede: html`${termOf('commitmentLifecycle', commitment.lifecycle, locale)}. ${lastChange(view, commitment, locale)}.`,
  };
  const asked = section(
    'preguntas',
    locale.tracker.questions.heading,
    questionPart(view, commitment, questions, locale),
  );
  return trackerPage(
    view,
    head,
    html`${content(view, commitment, locale)}
${asked}`,
    locale,
  );
}

function content(view: TrackerPageView, commitment: Commitment, locale: TrackerLocale): Html {
  const { commitment: words } = locale.tracker;
  const { plan, log } = view.tracker;
  const { id } = commitment;
  const own = idsOf(plan, id);
  const events = log.filter(({ entityId }) => own.includes(entityId));
  const lanes = lanesOf(plan, id, view.measurements.get(id));
  return html`${laneTrio(lanes, locale)}
${section('objetivo', words.objective, objective(view, commitment, locale))}
${section('carriles', words.lanes, laneTable(view, lanes, locale))}
${section('metas', words.metas, metas(view, commitment, locale))}
${commitment.measured && section('medicion', words.measurement, measurement(view, commitment, locale))}
${section('evidencia', words.evidence, evidence(view, commitment, locale))}
${section('datos', words.facts, facts(view, commitment, locale))}
${section('comite', words.committee, committee(view, commitment, locale))}
${section('reprogramaciones', words.reschedules, rescheduleTable(view, own, locale))}
${section('inconsistencias', words.issues, issues(view, own, locale))}
${section('otras-fuentes', words.others, assertionTable(view, own, locale))}
${section('historia', words.history, events.length > 0 ? logTable(view, events, locale) : missing(words.noHistory))}
${section('como-lo-sabemos', words.provenance, provenanceTable(view, commitment, locale))}
<p class="take-away">${locale.tracker.page.download}: <a href="${downloadHref(view, 'plan.json')}">JSON</a>, ${fill(
    words.form,
    {
      docx: html`<a href="${downloadHref(view, `fin-de-compromiso-${commitment.number}.docx`)}">DOCX</a>`,
      pdf: html`<a href="${downloadHref(view, `fin-de-compromiso-${commitment.number}.pdf`)}">PDF</a>`,
    },
  )}</p>`;
}

function objective({ tracker: { plan } }: TrackerPageView, commitment: Commitment, locale: TrackerLocale): Html {
  const { objective: text, targets = [], from } = commitment;
  const { commitment: words } = locale.tracker;
  if (text === undefined) return html`<p>${absent(commitment.nulls['objective'], locale)}</p>`;
  return html`<p class="prose">${recorded(text, locale)}${sourceMark(from, plan, locale)}</p>
${
  targets.length > 0 &&
  html`<h3 class="part">${words.targets}</h3><ul class="plain-list">${targets.map(
    (target) =>
      html`<li>${recorded(target.text, locale)}: ${quantity(target.quantity, locale)}${target.ambiguity !== undefined && html`; ${recorded(target.ambiguity, locale)}`}</li>`,
  )}</ul>`
}
${commitment.measured && html`<p class="note">${words.measuredScope}</p>`}`;
}

function metas(view: TrackerPageView, commitment: Commitment, locale: TrackerLocale): Html {
  const { plan } = view.tracker;
  const list = metasOf(plan, commitment.id);
  if (list.length > 0) return metaTable(view, list, locale);
  const placeholder = plan.milestones.find((one) => one.placeholder && one.commitment === commitment.id);
  return html`<p class="prose">${absent(commitment.nulls['milestones'], locale)}${placeholder && sourceMark(placeholder.from, plan, locale)}</p>
<p class="note">${locale.tracker.commitment.metasNote}</p>`;
}

function measurement(view: TrackerPageView, { id }: Commitment, locale: TrackerLocale): Html {
  const { commitment: words } = locale.tracker;
  const found = view.measurements.get(id);
  if (!found) return missing(locale.tracker.lanes.notMeasured);
  return html`${ruledMetas(view, found, locale)}
${figureTable(found, locale)}
<p class="take-away"><a href="${trackerHref(view, '/cumplimiento')}">${words.allMeasured}</a></p>`;
}

function evidence(view: TrackerPageView, commitment: Commitment, locale: TrackerLocale): Html {
  const { plan } = view.tracker;
  const own = new Set([commitment.id, ...metasOf(plan, commitment.id).map(({ id }) => id)]);
  const list = plan.evidence.filter(({ target }) => own.has(target));
  if (list.length > 0) return evidenceList(view, list, locale);
  return html`<p class="prose">${locale.tracker.commitment.noEvidence} ${absent(commitment.nulls['evidence'], locale)}.</p>`;
}

function facts({ tracker: { plan } }: TrackerPageView, commitment: Commitment, locale: TrackerLocale): Html {
  const { fields } = locale.tracker;
  const { responsible, support = [], civilCounterpart, start, originalEnd, currentEnd, metOn, ogpId } = commitment;
  const field = (name: string, value: Child) => orAbsent(value, commitment, name, locale);
  const names = (ids: readonly string[]) => recorded(ids.map((id) => organisationName(plan, id)).join(', '), locale);
  return factList([
    [fields.lifecycle, termOf('commitmentLifecycle', commitment.lifecycle, locale)],
    [fields.responsible, field('responsible', responsible && names([responsible]))],
    ...(support.length > 0 ? [[fields.support, names(support)] as const] : []),
    [fields.responsiblePerson, field('responsiblePerson', undefined)],
    [fields.civilCounterpart, field('civilCounterpart', civilCounterpart && names(civilCounterpart))],
    [fields.start, field('start', start && partialDay(start, locale))],
    [fields.originalEnd, field('originalEnd', originalEnd && partialDay(originalEnd, locale))],
    ...(currentEnd ? [[fields.currentEnd, partialDay(currentEnd, locale)] as const] : []),
    [fields.metOn, field('metOn', metOn && partialDay(metOn, locale))],
    [fields.budget, field('budget', undefined)],
    [fields.beneficiaries, field('beneficiaries', undefined)],
    ...(ogpId === undefined ? [] : [[fields.ogpId, ogpId] as const]),
  ]);
}

function committee(view: TrackerPageView, { id }: Commitment, locale: TrackerLocale): Child {
  const own = view.tracker.plan.committees.filter(({ commitments = [] }) => commitments.includes(id));
  if (own.length === 0) return missing(locale.tracker.commitment.noCommittee);
  return own.map((one) => committeeFacts(view, one, 'h3', locale));
}

function issues(view: TrackerPageView, own: readonly string[], locale: TrackerLocale): Child {
  const notes = issueNotes(view, own, locale);
  return Array.isArray(notes) && notes.length > 0 ? notes : missing(locale.tracker.commitment.noIssues);
}
