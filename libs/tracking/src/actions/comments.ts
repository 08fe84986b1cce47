import type { Actor } from '#access';
import type { Recorded } from '#tracker';
import { contentHash } from '../store/content-hash.js';
import { planOf } from '../store/fold-view.js';
import { loadRecords } from '../store/load-rows.js';
import { localDay } from '../local-day.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { newId } from './new-id.js';
import { lockPlan, perform, settled } from './perform.js';
import { deny, optionalText, reasonFrom, textFrom } from './refused.js';

export interface CommentInput {
  readonly plan: string;
  /** Id of what is asked about. */
  readonly target: string;
  readonly text: string;
  /** The name to be shown with; none is needed. */
  readonly author?: string | undefined;
}

export interface ModerateInput {
  readonly plan: string;
  readonly comment: string;
  /** `published` or `rejected`. */
  readonly verdict: string;
  /** Of a rejection. */
  readonly reason?: string | undefined;
}

export interface AnswerInput {
  readonly plan: string;
  readonly comment: string;
  readonly text: string;
}

const MOST_LETTERS = 2_000;
/** More than a secretariat reads in some days; whoever floods is stopped here at the latest. */
const MOST_PENDING = 300;

/** Takes a question from the public, to be moderated. Whoever asks is nobody in particular: no account, no address. */
export function addComment(
  { dataSource, now = () => new Date() }: TrackingDependencies,
  _person: Actor | undefined,
  { plan: planId, target, text, author }: CommentInput,
): Promise<Outcome<{ readonly comment: string }>> {
  return settled(() =>
    dataSource.transaction(async (manager) => {
      await lockPlan(manager, planId);
      const plan = planOf(await loadRecords(manager, planId));
      if (!Object.values(plan).some((list: readonly Recorded[]) => list.some(({ id }) => id === target)))
        return deny('UNKNOWN', { what: target });
      const [{ pending }] = (await manager.query(
        `SELECT count(*)::int AS pending FROM tracker_comment WHERE plan_id = $1 AND state = 'pending'`,
        [planId],
      )) as [{ pending: number }];
      if (pending >= MOST_PENDING) return deny('BUSY');
      const id = newId('pre');
      const said = [textFrom(text, MOST_LETTERS), optionalText(author, 100) ?? null];
      await manager.query(
        'INSERT INTO tracker_comment (plan_id, id, target, text, author, asked_on) VALUES ($1, $2, $3, $4, $5, $6)',
        [planId, id, target, ...said, localDay(now())],
      );
      return { comment: id };
    }),
  );
}

/** Lets a question through, or rejects it and says why. */
export function moderateComment(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, comment, verdict, reason }: ModerateInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:moderate'] }, async (work) => {
    const state = await stateOf(work.manager, plan, comment);
    if (verdict !== 'published' && verdict !== 'rejected') return deny('CODE', { what: verdict, ...VERDICTS });
    if (state !== 'pending') return deny('TRANSITION', MODERATED);
    const why = verdict === 'rejected' ? reasonFrom(reason) : optionalText(reason);
    const change = { entity: 'comment', entityId: comment, field: 'state', from: state, to: verdict };
    await work.append({ ...change, ...(why !== undefined && { reason: why }) });
    return {};
  });
}

/** Answers a question officially; one that was not moderated yet is let through by it. */
export function answerComment(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, comment, text }: AnswerInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:moderate'] }, async (work) => {
    const state = await stateOf(work.manager, plan, comment);
    if (state === 'rejected' || state === 'answered') return deny('TRANSITION', MODERATED);
    const said = textFrom(text);
    const through = { entity: 'comment', entityId: comment, field: 'state', from: 'pending', to: 'published' };
    if (state === 'pending') await work.append(through);
    const { id, organisation = null } = work.actor;
    await work.manager.query(
      `INSERT INTO tracker_answer (plan_id, comment, text, organisation, recorded_by, answered_on)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [plan, comment, said, organisation, id, work.on],
    );
    const answer = { entity: 'comment', entityId: comment, field: 'answer', from: null };
    await work.append({ ...answer, to: contentHash({ text: said }) });
    return {};
  });
}

const VERDICTS = { list: { es: 'moderación', en: 'moderation' }, codes: 'published, rejected' };
const MODERATED = {
  state: { es: 'pregunta ya atendida', en: 'question dealt with' },
  action: { es: 'moderar o contestar', en: 'moderate or answer' },
};

async function stateOf(manager: TrackingDependencies['dataSource']['manager'], plan: string, comment: string) {
  const [row] = (await manager.query(
    `SELECT CASE WHEN a.comment IS NULL THEN c.state ELSE 'answered' END AS state
       FROM tracker_comment c LEFT JOIN tracker_answer a ON a.plan_id = c.plan_id AND a.comment = c.id
      WHERE c.plan_id = $1 AND c.id = $2`,
    [plan, comment],
  )) as { state: string }[];
  return row ? row.state : deny('UNKNOWN', { what: comment });
}
