import type { Actor } from '#access';
import { decideAssessment } from '#tracker';
import { contentHash } from '../store/content-hash.js';
import { loadAssessment } from '../store/load-assessment.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { perform } from './perform.js';
import { codeFrom, decided, deny, textFrom } from './refused.js';

export interface ReplyInput {
  readonly plan: string;
  readonly assessment: string;
  /** Code of `replyAgreement`. */
  readonly agrees: string;
  readonly text: string;
}

/** Replies to an assessment for an organisation that implements its commitment, while the time to reply runs. */
export function reply(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, assessment: id, ...input }: ReplyInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:reply'] }, async (work) => {
    const assessment = (await loadAssessment(work.manager, plan, id)) ?? deny('UNKNOWN', { what: id });
    const acting = work.preferring((organisation) => assessment.implementers.includes(organisation));
    const said = { agrees: codeFrom('replyAgreement', input.agrees), text: textFrom(input.text) };
    const { changes } = decided(decideAssessment(assessment, { type: 'reply', on: work.on, ...said }, acting.actor));
    await work.manager.query(
      `INSERT INTO tracker_reply (plan_id, assessment, organisation, agrees, text, recorded_by, replied_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [plan, id, acting.actor.organisation, said.agrees, said.text, acting.actor.id, work.on],
    );
    const content = { entity: 'reply', entityId: id, field: 'content', from: null, to: contentHash(said) };
    await acting.append(content, ...changes);
    return {};
  });
}
