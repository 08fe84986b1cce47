import type { Actor } from '#access';
import { isLateReport, periodOf, readPeriod } from '#tracker';
import { contentHash } from '../store/content-hash.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { type Step, step, takeUp } from './milestone-step.js';
import { newId } from './new-id.js';
import { perform, type Work } from './perform.js';
import { codeFrom, deny, optionalText, textFrom } from './refused.js';

export interface ReportInput {
  readonly plan: string;
  readonly milestone: string;
  /** `2025-C2`; the present one where absent. */
  readonly period?: string | undefined;
  /** Code of `completion`. */
  readonly level: string;
  readonly text: string;
  readonly challenges?: string | undefined;
  /** Ids of evidence of the milestone. */
  readonly evidence?: readonly string[] | undefined;
}

/**
 * Reports progress on a milestone, which begins with its first report. «completo» takes it to «reportada», and only with
 * evidence.
 */
export function reportProgress(
  dependencies: TrackingDependencies,
  person: Actor,
  input: ReportInput,
): Promise<Outcome<{ readonly report: string }>> {
  return perform(dependencies, person, { plan: input.plan, actions: ['tracker:report'] }, (work) =>
    reportIn(work, input),
  );
}

/** As `reportProgress`, within a transaction. @throws Refused */
export async function reportIn(work: Work, input: ReportInput): Promise<{ readonly report: string }> {
  const taken = await begin(await takeUp(work, input.milestone, 'implements'));
  const report = { id: newId('rep'), ...reportFrom(input, work.on) };
  const { evidence } = report;
  if (evidence.some((id) => !taken.milestone.evidence.includes(id))) deny('UNKNOWN_EVIDENCE');
  const challenges = report.challenges === undefined ? {} : { challenges: report.challenges };
  const { period, level, text } = report;
  const action = {
    type: 'report',
    on: work.on,
    report: report.id,
    period,
    level,
    text,
    evidence,
    ...challenges,
  } as const;
  const changes = step(taken, action);
  await add(taken, report);
  const content = { entity: 'report', entityId: report.id, field: 'content', from: null, to: contentHash(report) };
  await taken.work.append(...changes, content);
  return { report: report.id };
}

type NewReport = ReturnType<typeof reportFrom> & { readonly id: string };

function reportFrom({ milestone, level, text, challenges, evidence = [], ...input }: ReportInput, on: string) {
  const period = input.period ?? periodOf(on).id;
  if (!readPeriod(period)) deny('PERIOD', { what: period });
  const told = optionalText(challenges);
  return {
    milestone,
    period,
    level: codeFrom('completion', level),
    text: textFrom(text),
    ...(told !== undefined && { challenges: told }),
    evidence: [...new Set(evidence)],
    late: isLateReport(period, on),
  };
}

async function begin({ milestone, work }: Step): Promise<Step> {
  if (milestone.state !== 'programada') return { milestone, work };
  await work.append(...step({ milestone, work }, { type: 'start', on: work.on }));
  return { milestone: { ...milestone, state: 'en_proceso' }, work };
}

async function add({ work }: Step, report: NewReport): Promise<void> {
  const { id, milestone, period, level, text, challenges = null, evidence, late } = report;
  const who = [work.actor.id, work.actor.organisation];
  await work.manager.query(
    `INSERT INTO tracker_report (plan_id, id, milestone, period, level, text, challenges, evidence, recorded_by,
       organisation, submitted_on, late) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [work.planId, id, milestone, period, level, text, challenges, evidence, ...who, work.on, late],
  );
}
