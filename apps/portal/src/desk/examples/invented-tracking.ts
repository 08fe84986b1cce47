import type { Actor, Role } from '#access';
import type { Assessment } from '#tracker';
import type { AssessmentDraft, IssuedReport, TrackedComment, TrackedReport } from '#tracking';
import type { Language } from '../../locale.js';
import { inventedTracker } from '../../tracker/examples/invented-tracker.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { Standing } from '../tracking/place.js';

/** A plan with something of everything, before somebody who keeps it in every role, each for an organisation. */
export function inventedStanding(language: Language = 'es'): Standing {
  const { tracker, links } = inventedTracker(language);
  const commitments = tracker.plan.commitments.map((one) =>
    one.id === 'c7' ? { ...one, responsible: 'sepaf', support: ['cgiec'] } : one,
  );
  const { assessments, sessions, agreements } = tracker.plan;
  const waiting: Assessment = { ...assessments.at(-1)!, id: 'as2', stage: 'sent_for_reply', organisation: 'itei' };
  const plan = {
    ...tracker.plan,
    commitments,
    milestones: tracker.plan.milestones.map((one) =>
      one.id === 'c7-m2' ? { ...one, mode: 'declared' as const } : one,
    ),
    assessments: [...assessments, waiting],
    sessions,
    agreements,
  };
  return {
    plan: 'jalisco-2016-2018',
    view: { ...tracker, plan, progress: REPORTS, terms: [{ assessment: 'as2', replyDue: '2026-03-30', evidence: [] }] },
    drafts: [DRAFT],
    comments: COMMENTS,
    issued: ISSUED,
    links,
    actor: KEEPER,
    today: '2026-05-20',
    locale: deskLocaleOf(language),
  };
}

const ISSUED: readonly IssuedReport[] = [
  { year: 2017, version: 2, hash: 'a'.repeat(64), issuedOn: '2018-03-01', reason: 'Se corrigió una cifra.', line: 9 },
  { year: 2017, version: 1, hash: 'b'.repeat(64), issuedOn: '2018-02-19', reason: null, line: 7 },
];

const held = (role: Role, organisationId: string) => ({ role, organisationId });

const KEEPER: Actor = {
  kind: 'account',
  id: 'rosa',
  name: 'Rosa Robledo',
  memberships: [
    held('implementer', 'sepaf'),
    held('counterpart', 'corporativa'),
    held('monitor', 'itei'),
    held('secretariat', 'stl'),
  ],
};

const REPORT: TrackedReport = {
  id: 'rep1',
  milestone: 'c7-m2',
  period: '2025-C3',
  level: 'limitado',
  text: 'Se publicaron los contratos de enero a abril.',
  challenges: 'Los de mayo están en papel.',
  evidence: ['ev1'],
  reporter: 'account:rosa',
  organisation: 'sepaf',
  submittedOn: '2026-01-20',
  late: true,
  review: 'returned',
  reviewer: 'account:raul',
  reviewerOrganisation: 'corporativa',
  reviewedOn: '2026-01-25',
  reviewNote: 'Decir cuántos son.',
};

const REPORTS: readonly TrackedReport[] = [
  { ...REPORT, id: 'rep0', milestone: 'c7-m1', review: 'pending', evidence: [] },
  REPORT,
];

const DRAFT = {
  id: 'eva1',
  commitment: 'c7',
  lane: 'itei',
  startedOn: '2026-03-02',
  evidence: ['ev1'],
  body: { id: 'eva1', lane: 'itei', stage: 'draft', assessor: 'Órgano garante', completion: 'limitado' },
} as unknown as AssessmentDraft;

const ASKED: TrackedComment = {
  id: 'pre1',
  target: 'c7',
  author: 'Laura',
  text: '¿Dónde están los contratos de 2025?',
  askedOn: '2026-03-01',
  state: 'pending',
  reason: null,
  answer: null,
  answeredBy: null,
  answeredOn: null,
  daysToAnswer: null,
};

const COMMENTS: readonly TrackedComment[] = [
  ASKED,
  { ...ASKED, id: 'pre2', author: null, state: 'rejected', reason: 'Tiene datos de una persona.' },
  { ...ASKED, id: 'pre3', state: 'published', answer: 'En junio.', answeredOn: '2026-03-09', daysToAnswer: 8 },
];
