import type { PlanRecord } from '../model/plan-record.js';
import { metasOf } from '../rules/metas-of.js';

/** The figures of a plan that are counts of what is recorded; a count that the source gives is not here. */
export interface PlanCounts {
  readonly commitments: number;
  readonly selfAssessedComplete: number;
  readonly independentlyAssessed: number;
  readonly metas: number;
  readonly evidence: number;
  readonly printedSeats: number;
  readonly impliedSeats: number;
  readonly filledSeats: number;
  readonly vacantSeats: number;
  readonly alternates: number;
  readonly liaisons: number;
  readonly namedOrdinals: number;
  readonly resignations: number;
  readonly events: number;
  readonly openIssues: number;
}

export function countPlan(plan: PlanRecord): PlanCounts {
  const { assessments, commitments, evidence, events, liaisons, memberships, seats, sessions } = plan;
  const titulars = new Set(memberships.flatMap(({ kind, seat }) => (kind === 'titular' ? [seat] : [])));
  const printed = seats.filter((seat) => seat.printed);
  const filled = printed.filter(({ id }) => titulars.has(id));
  return {
    commitments: commitments.length,
    selfAssessedComplete: assessments.filter((one) => one.lane === 'autoevaluacion' && one.completion === 'completo')
      .length,
    independentlyAssessed: new Set(
      assessments.flatMap((one) => (one.lane !== 'autoevaluacion' && one.stage === 'final' ? [one.commitment] : [])),
    ).size,
    metas: metasOf(plan).length,
    evidence: evidence.length,
    printedSeats: printed.length,
    impliedSeats: seats.length - printed.length,
    filledSeats: filled.length,
    vacantSeats: printed.length - filled.length,
    alternates: memberships.filter(({ kind }) => kind === 'suplente').length,
    liaisons: liaisons.length,
    namedOrdinals: new Set(sessions.flatMap(({ ordinal }) => ordinal ?? [])).size,
    resignations: plan.governanceChanges.filter(({ endReason }) => endReason === 'renuncia').length,
    events: events.length,
    openIssues: plan.dataIssues.filter(({ status }) => status === 'abierta').length,
  };
}
