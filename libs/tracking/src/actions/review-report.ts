import type { Actor } from '#access';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { step, takeUp } from './milestone-step.js';
import { perform } from './perform.js';
import { codeFrom, deny, optionalText } from './refused.js';

export interface ReviewInput {
  readonly plan: string;
  readonly report: string;
  /** `accepted` or `returned`. */
  readonly verdict: string;
  /** Why it is returned, or with which shortfall it is accepted. */
  readonly reason?: string | undefined;
}

/** Accepts the report under review, whole or with a shortfall, or returns it with the reason. */
export function reviewReport(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, report, verdict, reason }: ReviewInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:review'] }, async (work) => {
    const [row] = (await work.manager.query(
      'SELECT milestone, review FROM tracker_report WHERE plan_id = $1 AND id = $2',
      [plan, report],
    )) as { milestone: string; review: string }[];
    if (!row) return deny('UNKNOWN', { what: report });
    if (row.review !== 'pending') return deny('TRANSITION', REVIEWED);
    const taken = await takeUp(work, row.milestone, 'accompanies');
    const why = optionalText(reason);
    const action =
      wanted(verdict) === 'returned'
        ? ({ type: 'return', on: work.on, reason: why ?? '' } as const)
        : ({ type: 'accept', on: work.on, ...(why !== undefined && { shortfall: why }) } as const);
    await taken.work.append(...step(taken, action));
    return {};
  });
}

const REVIEWED = {
  state: { es: 'reporte revisado', en: 'report reviewed' },
  action: { es: 'revisar', en: 'review' },
};

function wanted(verdict: string) {
  const code = codeFrom('reviewState', verdict);
  return code === 'pending'
    ? deny('CODE', { what: verdict, list: REVIEWED.action, codes: 'accepted, returned' })
    : code;
}
