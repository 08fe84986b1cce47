import { can } from '#access';
import { dueReports, type ReportingPeriod } from '#tracker';
import { implementersOf } from '#tracking';
import type { DeskWording } from '../desk-locale.js';
import { commitmentOf, type Standing, trackingPath } from './place.js';
import { isInside, isOutside } from './sides.js';

/** Why something waits for somebody. */
export type WaitingKind = keyof DeskWording['tracking']['waits'];

/** Something that waits for whoever reads it. */
export interface Waiting {
  readonly kind: WaitingKind;
  readonly what: string;
  /** Since then, or until then: an ISO day. */
  readonly day?: string | undefined;
  readonly period?: ReportingPeriod;
  /** In Spanish form. */
  readonly path: string;
}

/** What of a plan waits for somebody, by what they may do; overdue reports first. */
export function waitingOf(standing: Standing): readonly Waiting[] {
  return [
    ...reports(standing),
    ...returned(standing),
    ...reviews(standing),
    ...replies(standing),
    ...drafts(standing),
    ...endings(standing),
    ...questions(standing),
  ];
}

function reports({ view, actor, today, plan }: Standing): readonly Waiting[] {
  return dueReports(view, today)
    .filter(({ milestone }) => isInside(actor, 'tracker:report', implementersOf(view, milestone.commitment)))
    .map(({ milestone: { id, title }, period, overdue }) => ({
      kind: overdue ? ('overdue' as const) : ('due' as const),
      what: title,
      day: period.due,
      period,
      path: trackingPath(plan, 'metas', id, 'reportar'),
    }))
    .toSorted((one, other) => Number(other.kind === 'overdue') - Number(one.kind === 'overdue'));
}

/** The last report of a meta was returned: it is to be reported again. */
function returned({ view, actor, plan }: Standing): readonly Waiting[] {
  return view.plan.milestones.flatMap(({ id, title, commitment, placeholder }) => {
    const last = view.progress.findLast(({ milestone }) => milestone === id);
    const own = !placeholder && isInside(actor, 'tracker:report', implementersOf(view, commitment));
    if (!own || last?.review !== 'returned') return [];
    return [{ kind: 'returned', what: title, day: last.reviewedOn, path: trackingPath(plan, 'metas', id, 'reportar') }];
  });
}

function reviews(standing: Standing): readonly Waiting[] {
  const { view, actor, plan } = standing;
  return view.progress.flatMap((report) => {
    const outside = isOutside(
      actor,
      'tracker:review',
      implementersOf(view, commitmentOf(standing, 'reportes', report)),
    );
    if (report.review !== 'pending' || !outside) return [];
    const what = view.plan.milestones.find(({ id }) => id === report.milestone)?.title ?? report.milestone;
    return [
      { kind: 'review', what, day: report.submittedOn, path: trackingPath(plan, 'reportes', report.id, 'revisar') },
    ];
  });
}

function replies({ view, actor, plan, ...rest }: Standing): readonly Waiting[] {
  return view.plan.assessments.flatMap(({ id, stage, commitment }) => {
    if (stage !== 'sent_for_reply' || !isInside(actor, 'tracker:reply', implementersOf(view, commitment))) return [];
    const day = view.terms.find(({ assessment }) => assessment === id)?.replyDue;
    if (day !== undefined && day < rest.today) return [];
    return [
      { kind: 'reply', what: titleOf(view, commitment), day, path: trackingPath(plan, 'evaluaciones', id, 'replicar') },
    ];
  });
}

function drafts({ view, drafts: own, plan }: Standing): readonly Waiting[] {
  return own.map(({ id, commitment, startedOn }) => ({
    kind: 'draft',
    what: titleOf(view, commitment),
    day: startedOn,
    path: trackingPath(plan, 'borradores', id, 'escribir'),
  }));
}

/** Replied, or not replied in time: their assessor makes them final. */
function endings({ view, actor, plan, today }: Standing): readonly Waiting[] {
  return view.plan.assessments.flatMap(({ id, stage, commitment, organisation }) => {
    const own = can(actor, 'tracker:assess') && actor.memberships.some((held) => held.organisationId === organisation);
    const due = view.terms.find(({ assessment }) => assessment === id)?.replyDue ?? '9';
    if (!own || !(stage === 'replied' || (stage === 'sent_for_reply' && due < today))) return [];
    const path = trackingPath(plan, 'evaluaciones', id, 'concluir');
    return [{ kind: 'ending', what: titleOf(view, commitment), path }];
  });
}

function questions({ actor, comments, plan }: Standing): readonly Waiting[] {
  if (!can(actor, 'tracker:moderate')) return [];
  return comments.flatMap(({ id, state, text, askedOn, answer }) => {
    if (state === 'rejected' || answer !== null) return [];
    const [kind, task] = state === 'pending' ? (['moderate', 'moderar'] as const) : (['answer', 'contestar'] as const);
    return [
      {
        kind,
        what: text.length > 120 ? `${text.slice(0, 119).toWellFormed()}…` : text,
        day: askedOn,
        path: trackingPath(plan, 'preguntas', id, task),
      },
    ];
  });
}

function titleOf({ plan }: Standing['view'], commitment: string | undefined): string {
  const found = plan.commitments.find(({ id }) => id === commitment);
  return found ? `${found.number}. ${found.shortTitle ?? found.title}` : '';
}
