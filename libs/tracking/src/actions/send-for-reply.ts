import type { Actor } from '#access';
import { type Assessment, decideAssessment } from '#tracker';
import { loadAssessment } from '../store/load-assessment.js';
import { bringOrganisation } from './bring-organisation.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { perform, type Work } from './perform.js';
import { decided, deny } from './refused.js';
import { writeRecord } from './write-record.js';

export interface SendInput {
  readonly plan: string;
  readonly assessment: string;
  /** Last ISO day to reply. */
  readonly replyDue: string;
}

/** Sends a draft to who implements, for reply: from then on it is public and no longer edited. */
export function sendForReply(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, assessment: id, replyDue }: SendInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:assess'] }, async (work) => {
    await sendIn(work, id, replyDue);
    return {};
  });
}

/** As `sendForReply`, within a transaction. @throws Refused */
export async function sendIn(work: Work, id: string, replyDue: string): Promise<void> {
  const { manager, planId } = work;
  const draft = (await loadAssessment(manager, planId, id)) ?? deny('UNKNOWN', { what: id });
  const acting = work.preferring((organisation) => organisation === draft.organisation);
  if (draft.stage === 'draft' && draft.assessor !== acting.actor.id) deny('EDITED');
  const { changes } = decided(decideAssessment(draft, { type: 'send', on: work.on, replyDue }, acting.actor));
  await manager.query('UPDATE tracker_assessment SET reply_due = $3 WHERE plan_id = $1 AND id = $2', [
    planId,
    id,
    replyDue,
  ]);
  await bringOrganisation(acting, draft.organisation);
  const content = await writeRecord(acting, 'assessments', sent(draft.body));
  await acting.append({ ...content, entity: 'assessment' }, ...changes);
}

function sent(body: Assessment): Assessment {
  return { ...body, stage: 'sent_for_reply' };
}
