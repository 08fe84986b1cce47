import type { Actor } from '#access';
import { decideAssessment } from '#tracker';
import { loadAssessment } from '../store/load-assessment.js';
import { bringOrganisation } from './bring-organisation.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { perform } from './perform.js';
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
    const draft = (await loadAssessment(work.manager, plan, id)) ?? deny('UNKNOWN', { what: id });
    const acting = work.preferring((organisation) => organisation === draft.organisation);
    if (draft.stage === 'draft' && draft.assessor !== acting.actor.id) return deny('EDITED');
    const { changes } = decided(decideAssessment(draft, { type: 'send', on: work.on, replyDue }, acting.actor));
    await work.manager.query('UPDATE tracker_assessment SET reply_due = $3 WHERE plan_id = $1 AND id = $2', [
      plan,
      id,
      replyDue,
    ]);
    await bringOrganisation(acting, draft.organisation);
    const content = await writeRecord(acting, 'assessments', {
      ...draft.body,
      stage: 'sent_for_reply',
    } as object as typeof draft.body);
    await acting.append({ ...content, entity: 'assessment' }, ...changes);
    return {};
  });
}
