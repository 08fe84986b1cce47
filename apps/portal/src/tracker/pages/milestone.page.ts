import type { Milestone } from '#tracker';
import type { TrackedReport } from '#tracking';
import { dayInText } from '../../components/day.js';
import { missing } from '../../components/notice.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { evidenceList } from '../components/evidence-list.js';
import { issueNotes } from '../components/issue-notes.js';
import { logTable } from '../components/log-table.js';
import { delayText } from '../components/meta-table.js';
import { provenanceTable } from '../components/provenance-table.js';
import { rescheduleTable } from '../components/reschedule-table.js';
import { ruleFacts, ruleHistory } from '../components/rule-facts.js';
import { absent, orAbsent, partialDay } from '../components/said.js';
import { sessionOf } from '../components/session-of.js';
import { factList, section } from '../components/section.js';
import { organisationName, titleOf } from '../find-in-plan.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { commitmentPath, trackerHref } from '../tracker-paths.js';

/** A meta: what it promises, where it stands, its reports with their reviews, evidence, moved dates and history. */
export function milestonePage(view: TrackerPageView, milestone: Milestone): string {
  const locale = trackerLocaleOf(view.site.language);
  const { commitment: words, milestone: own } = locale.tracker;
  const { plan, log, progress } = view.tracker;
  const { id, title, number } = milestone;
  const commitment = plan.commitments.find((one) => one.id === milestone.commitment);
  const head = {
    path: `/metas/${encodeURIComponent(id)}`,
    section: 'commitments' as const,
    title: `${own.one}: ${title}`,
    kicker:
      commitment &&
      html`<a href="${trackerHref(view, commitmentPath(commitment.number))}">${words.one} ${commitment.number}</a>`,
    heading: recorded(number === undefined ? title : `${number} ${title}`, locale),
    lede: milestone.placeholder
      ? own.placeholder
      : orAbsent(milestone.state && termOf('milestoneState', milestone.state, locale), milestone, 'state', locale),
  };
  const evidence = plan.evidence.filter(({ target }) => target === id);
  const reports = progress.filter((one) => one.milestone === id);
  const events = log.filter(({ entityId }) => entityId === id);
  const body = html`${section('datos', words.facts, html`${facts(view, milestone, locale)}${issueNotes(view, [id], locale)}`)}
${milestone.mode === 'measured' && section('regla', locale.tracker.rules.heading, rule(view, milestone, locale))}
${milestone.mode === 'declared' && section('reportes', own.reports, reports.length === 0 ? missing(own.noReports) : html`<ul class="results">${reports.map((one) => reportRow(view, one, locale))}</ul>`)}
${section('evidencia', words.evidence, evidence.length === 0 ? missing(own.noEvidence) : evidenceList(view, evidence, locale))}
${section('reprogramaciones', words.reschedules, rescheduleTable(view, [id], locale))}
${section('historia', words.history, events.length === 0 ? missing(own.noHistory) : logTable(view, events, locale))}
${section('como-lo-sabemos', words.provenance, provenanceTable(view, milestone, locale))}`;
  return trackerPage(view, head, body, locale);
}

/** What the rule says today, and every one that it has had. */
function rule(view: TrackerPageView, { id, commitment }: Milestone, locale: TrackerLocale): Html {
  const found = view.measurements.get(commitment)?.metas?.find(({ milestone }) => milestone === id);
  return html`${found && ruleFacts(view, found, locale)}
<h3 class="part">${locale.tracker.rules.history}</h3>
${ruleHistory(view, id, locale)}`;
}

function facts(view: TrackerPageView, milestone: Milestone, locale: TrackerLocale): Html {
  const { fields } = locale.tracker;
  const { id, kind, mode, state, target, verificationMeans, weight, originalDue, currentDue, metOn } = milestone;
  const set = view.tracker.log.filter(
    ({ entity, entityId, from }) => entity === 'milestones' && entityId === id && from === null,
  );
  const session = sessionOf(view, set, locale);
  return factList([
    [fields.kind, termOf('milestoneKind', kind, locale)],
    [fields.mode, termOf('milestoneMode', mode, locale)],
    [fields.state, orAbsent(state && termOf('milestoneState', state, locale), milestone, 'state', locale)],
    [fields.target, orAbsent(target && recorded(target, locale), milestone, 'target', locale)],
    [
      fields.verificationMeans,
      orAbsent(verificationMeans && recorded(verificationMeans, locale), milestone, 'verificationMeans', locale),
    ],
    ...(weight === undefined ? [] : [[fields.weight, String(weight)] as const]),
    [fields.originalDue, orAbsent(originalDue && partialDay(originalDue, locale), milestone, 'originalDue', locale)],
    ...(currentDue ? [[fields.currentDue, partialDay(currentDue, locale)] as const] : []),
    ...(session ? [[fields.setBy, session] as const] : []),
    ...(metOn ? [[fields.metOn, partialDay(metOn, locale)] as const] : []),
    [fields.delay, delayText(view, milestone, locale) ?? absent(milestone.nulls['originalDue'], locale)],
  ]);
}

function reportRow(view: TrackerPageView, report: TrackedReport, locale: TrackerLocale): Html {
  const { fields, milestone: words } = locale.tracker;
  const { plan } = view.tracker;
  const {
    id,
    period,
    level,
    text,
    challenges,
    evidence,
    organisation,
    submittedOn,
    late,
    review,
    reviewedOn,
    reviewNote,
  } = report;
  return html`<li id="${id}">
<h3>${period}: ${termOf('completion', level, locale)}</h3>
<p class="facts"><span>${recorded(organisationName(plan, organisation), locale)}</span> <span>${dayInText(submittedOn, locale)}</span>${late && html` <span><strong>${words.late}</strong></span>`} <span>${termOf('reviewState', review, locale)}${reviewedOn !== undefined && html`, ${dayInText(reviewedOn, locale)}`}</span></p>
<p class="prose">${recorded(text, locale)}</p>
${factList([
  ...(challenges === undefined ? [] : [[fields.challenges, recorded(challenges, locale)] as const]),
  ...(evidence.length === 0
    ? []
    : [
        [
          fields.evidence,
          evidence.map(
            (one, n) =>
              html`${n > 0 && ', '}<a href="${trackerHref(view, `/evidencias#${one}`)}">${recorded(titleOf(plan, one), locale)}</a>`,
          ),
        ] as const,
      ]),
  ...(reviewNote === undefined ? [] : [[fields.reviewNote, recorded(reviewNote, locale)] as const]),
])}
</li>
`;
}
