import type { IssuedReport } from '#tracking';
import type { Language } from '../../locale.js';
import { buildReport, reportYears } from '#tracker';
import { agreementsPage } from '../pages/agreements.page.js';
import { assessmentsPage } from '../pages/assessments.page.js';
import { bodyPage } from '../pages/body.page.js';
import { commitmentPage } from '../pages/commitment.page.js';
import { commitmentsPage } from '../pages/commitments.page.js';
import { committeePage } from '../pages/committee.page.js';
import { committeesPage } from '../pages/committees.page.js';
import { discrepanciesPage } from '../pages/discrepancies.page.js';
import { eventsPage } from '../pages/events.page.js';
import { evidencePage } from '../pages/evidence.page.js';
import { fundsPage } from '../pages/funds.page.js';
import { historyPage } from '../pages/history.page.js';
import { issuesPage } from '../pages/issues.page.js';
import { measuredPage } from '../pages/measured.page.js';
import { milestonePage } from '../pages/milestone.page.js';
import { planPage } from '../pages/plan.page.js';
import { plansPage } from '../pages/plans.page.js';
import { questionReceivedPage } from '../pages/question-received.page.js';
import type { QuestionsView } from '../questions-view.js';
import { programmePage, programmeSitePage } from '../pages/programme.page.js';
import { reportPage, reportsPage } from '../pages/report.page.js';
import { reschedulesPage } from '../pages/reschedules.page.js';
import { sessionPage } from '../pages/session.page.js';
import { sessionsPage } from '../pages/sessions.page.js';
import type { MeasuredPageView } from '../tracker-page-view.js';
import { inventedTracker, ruledTracker, seededTracker, titlesOnly } from './invented-tracker.js';

/** Every page type of the tracker: of the plan as its seed tells it, as it could stand one day, and of one with titles only. */
export function allTrackerPages(language: Language): readonly { readonly name: string; readonly page: string }[] {
  return [
    ...pagesOf('seeded', seededTracker(language)),
    ...pagesOf('invented', inventedTracker(language)),
    ...pagesOf('invented and measured by rule', ruledTracker(language), MEASURED_PAGES),
    ...pagesOf('titles only', titlesOnly(language)),
  ];
}

/** Each page type by name; undefined where the plan has nothing for it to tell of. */
export const TRACKER_PAGES: Readonly<Record<string, (view: MeasuredPageView) => string | undefined>> = {
  commitments: commitmentsPage,
  commitment: (view) => commitmentPage(view, view.tracker.plan.commitments.at(-1)!),
  'commitment with questions': (view) => commitmentPage(view, view.tracker.plan.commitments[0]!, QUESTIONS),
  'question received': (view) => questionReceivedPage(view, view.tracker.plan.commitments[0]!),
  measured: measuredPage,
  milestone: (view) =>
    told(
      view.tracker.plan.milestones.findLast(({ commitment }) => commitment === 'c7'),
      (one) => milestonePage(view, one),
    ),
  'met milestone': (view) =>
    told(
      view.tracker.plan.milestones.find(({ metOn }) => metOn),
      (one) => milestonePage(view, one),
    ),
  evidence: (view) => evidencePage(view),
  'evidence of a kind': (view) => evidencePage(view, 'minuta'),
  assessments: assessmentsPage,
  discrepancies: discrepanciesPage,
  reschedules: reschedulesPage,
  history: historyPage,
  issues: issuesPage,
  body: bodyPage,
  sessions: sessionsPage,
  session: (view) => told(view.tracker.plan.sessions.at(-1), (one) => sessionPage(view, one)),
  agreements: agreementsPage,
  committees: committeesPage,
  committee: (view) => committeePage(view, view.tracker.plan.commitments[0]!),
  funds: fundsPage,
  events: eventsPage,
  programme: programmePage,
  'programme site': (view) => told(view.tracker.plan.programmeSites[0], (one) => programmeSitePage(view, one)),
  reports: (view) => reportsPage(view, reportYears(view.tracker.plan), issuedOf(view)),
  report: (view) => reportPage(view, { report: reportOf(view), issued: [], errata: [] }),
  'issued report': (view) => {
    const issued = issuedOf(view);
    return reportPage(view, { report: reportOf(view), issued, shown: issued[0], errata: [] });
  },
  'report issued again': (view) => {
    const issued = issuedOf(view);
    return reportPage(view, { report: reportOf(view), issued, shown: issued[1], errata: ERRATA });
  },
  'report not issued again': (view) => reportPage(view, { report: reportOf(view), issued: issuedOf(view), errata: [] }),
  plans: plansPage,
  plan: planPage,
};

const ERRATA = [
  { place: 'Jornada Informativa, asistentes', before: '31', after: '32' },
  { place: 'Inconsistencias abiertas', before: null, after: 'D18 | Dos fechas de una sesión.' },
];

function reportOf({ tracker: { plan }, measurements }: MeasuredPageView) {
  return buildReport(plan, { year: reportYears(plan).at(-1)! + 1, measurements });
}

function issuedOf(view: MeasuredPageView): readonly IssuedReport[] {
  const { year, hash } = reportOf(view);
  return [
    { year, version: 2, hash, issuedOn: '2018-03-01', reason: 'Se corrigió la asistencia a la jornada.', line: 9 },
    { year, version: 1, hash: 'e3'.repeat(32), issuedOn: '2018-02-19', reason: null, line: 7 },
  ];
}

function told<T>(item: T | undefined, write: (item: T) => string): string | undefined {
  return item === undefined ? undefined : write(item);
}

const MEASURED_PAGES = ['commitments', 'commitment', 'measured', 'milestone'];

function pagesOf(which: string, view: MeasuredPageView, names = Object.keys(TRACKER_PAGES)) {
  return names.flatMap((name) => {
    const page = TRACKER_PAGES[name]!(view);
    return page === undefined ? [] : [{ name: `tracker, ${which}: ${name} (${view.site.language})`, page }];
  });
}

const ASKED = { id: 'pre1', target: 'c1', author: 'Laura', text: '¿Cuándo abre el parque?', askedOn: '2026-03-01' };
const PUBLISHED = { ...ASKED, state: 'published' as const, reason: null };
const NOT_YET = { answer: null, answeredBy: null, answeredOn: null, daysToAnswer: null };
const ANSWER = { answer: 'En junio.', answeredBy: null, answeredOn: '2026-03-09', daysToAnswer: 8 };

const QUESTIONS: QuestionsView = {
  published: [
    { ...PUBLISHED, ...ANSWER },
    { ...PUBLISHED, ...NOT_YET, id: 'pre2', author: null },
  ],
  open: true,
  refused: { text: '', name: 'Laura', fault: 'Falta el texto. Escribirlo.' },
};
