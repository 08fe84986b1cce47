import type { EntityManager } from 'typeorm';
import { asActor } from '#access';
import { type CorrectionRow, decideCorrection, findCorrection } from './correction-rows.js';
import { demand } from './lock-process.js';
import { recordEvent } from './process-events.js';
import { ProcessError } from './process-error.js';
import { type Deciding, findVisible, isOf } from './publish-correction.js';
import type { CorrectionDependencies } from './propose-correction.js';

type Dependencies = Pick<CorrectionDependencies, 'dataSource'>;

/**
 * Asks somebody else to approve one's own draft.
 *
 * @throws ProcessError CORRECTION_UNKNOWN, CORRECTION_DECIDED, NOT_PROPOSER; AccessError FORBIDDEN
 */
export async function sendToReview(dependencies: Dependencies, deciding: Deciding): Promise<void> {
  await decide(dependencies, deciding, 'process:correct', async (manager, correction) => {
    if (!isOf(correction, deciding.by)) throw new ProcessError('NOT_PROPOSER');
    await manager.query(`UPDATE correction SET state = 'review' WHERE id = $1`, [deciding.id]);
    return 'correction-sent-to-review';
  });
}

/**
 * Says no to what somebody sent to review, and why.
 *
 * @throws ProcessError CORRECTION_UNKNOWN, CORRECTION_DECIDED, REVIEW_NOT_ASKED, OWN_PROPOSAL, REASON_MISSING;
 *   AccessError FORBIDDEN
 */
export async function rejectCorrection(
  dependencies: Dependencies,
  deciding: Deciding & { readonly note: string },
): Promise<void> {
  if (deciding.note.trim() === '') throw new ProcessError('REASON_MISSING');
  await decide(dependencies, deciding, 'process:approve', async (manager, correction) => {
    if (correction.state !== 'review') throw new ProcessError('REVIEW_NOT_ASKED');
    if (isOf(correction, deciding.by)) throw new ProcessError('OWN_PROPOSAL');
    await decideCorrection(manager, deciding.id, { state: 'rejected', by: deciding.by, note: deciding.note });
    return 'correction-rejected';
  });
}

/**
 * Gives up one's own proposal, drafted or under review.
 *
 * @throws ProcessError CORRECTION_UNKNOWN, CORRECTION_DECIDED, NOT_PROPOSER; AccessError FORBIDDEN
 */
export async function discardCorrection(dependencies: Dependencies, deciding: Deciding): Promise<void> {
  await decide(dependencies, deciding, 'process:correct', async (manager, correction) => {
    if (!isOf(correction, deciding.by)) throw new ProcessError('NOT_PROPOSER');
    await decideCorrection(manager, deciding.id, { state: 'discarded', by: deciding.by, note: deciding.note });
    return 'correction-discarded';
  });
}

type Decision = 'correction-sent-to-review' | 'correction-rejected' | 'correction-discarded';

async function decide(
  dependencies: Dependencies,
  deciding: Deciding,
  action: 'process:correct' | 'process:approve',
  work: (manager: EntityManager, correction: CorrectionRow) => Promise<Decision>,
): Promise<void> {
  const { ocid, publisherId, decidedAt } = await findVisible(dependencies, deciding);
  demand(deciding.by, action, publisherId);
  if (decidedAt) throw new ProcessError('CORRECTION_DECIDED');
  await asActor(dependencies.dataSource, deciding.by, async (manager) => {
    const correction = await findCorrection(manager, deciding.id, { lock: true });
    // One that was published meanwhile is no longer the desk's to lock.
    if (!correction || correction.decidedAt) throw new ProcessError('CORRECTION_DECIDED');
    const kind = await work(manager, correction);
    const about = { ocid, publisherId, correctionId: deciding.id };
    await recordEvent(manager, deciding.by, { ...about, kind, reason: deciding.note });
  });
}
