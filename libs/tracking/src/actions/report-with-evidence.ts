import type { Actor } from '#access';
import { addEvidenceIn, type EvidenceInput, look } from './add-evidence.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { perform, settled } from './perform.js';
import { reportIn, type ReportInput } from './report-progress.js';

export interface ReportWithEvidenceInput extends ReportInput {
  /** What proves it, added with the report. */
  readonly proof: Omit<EvidenceInput, 'plan' | 'target'>;
}

/** Reports progress and adds its evidence at once: where one is refused, neither is written. */
export async function reportWithEvidence(
  dependencies: TrackingDependencies,
  person: Actor,
  { proof, ...report }: ReportWithEvidenceInput,
): Promise<Outcome<{ readonly report: string; readonly evidence: string }>> {
  const looked = await settled(async () => ({ kept: await look(dependencies, proof) }));
  if (!looked.ok) return looked;
  const { plan, milestone: target, evidence: known = [] } = report;
  return perform(dependencies, person, { plan, actions: ['tracker:report'] }, async (work) => {
    const { evidence } = await addEvidenceIn(work, { ...proof, plan, target }, looked.kept);
    return { ...(await reportIn(work, { ...report, evidence: [...known, evidence] })), evidence };
  });
}
