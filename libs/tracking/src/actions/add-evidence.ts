import type { Action, Actor } from '#access';
import { checkItem, type Evidence, type PlanRecord, type Recorded } from '#tracker';
import { checkLink } from '../evidence/check-link.js';
import { type HandedFile, inspectFile, type KeptFile } from '../evidence/inspect-file.js';
import { implementersOf } from '../store/load-milestone.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { newId } from './new-id.js';
import { perform, settled, type Work } from './perform.js';
import { codeFrom, deny, optionalText, textFrom } from './refused.js';
import { recordedHere, recordedPlan, writeRecord } from './write-record.js';

export interface EvidenceInput {
  readonly plan: string;
  /** Id of a milestone, a commitment, or something that the secretariat records. */
  readonly target: string;
  /** Code of `evidenceKind`. */
  readonly kind: string;
  readonly title: string;
  /** What it proves. */
  readonly proves: string;
  /** ISO day, month or year. */
  readonly producedOn?: string | undefined;
  readonly page?: string | undefined;
  /** One of the two. */
  readonly file?: HandedFile | undefined;
  readonly url?: string | undefined;
}

/**
 * Adds evidence: a file, looked at and kept, or a link, asked and copied. Evidence of a milestone is of who implements
 * it; an assessor's is of the commitment.
 */
export async function addEvidence(
  dependencies: TrackingDependencies,
  person: Actor,
  input: EvidenceInput,
): Promise<Outcome<{ readonly evidence: string; readonly sha256?: string }>> {
  const looked = await settled(async () => ({ kept: await look(dependencies, input) }));
  if (!looked.ok) return looked;
  const actions: readonly Action[] = ['tracker:report', 'tracker:assess', 'tracker:session'];
  return perform(dependencies, person, { plan: input.plan, actions }, (work) =>
    addEvidenceIn(work, input, looked.kept),
  );
}

/** As `addEvidence`, within a transaction, of what was looked at before it. @throws Refused */
export async function addEvidenceIn(work: Work, input: EvidenceInput, kept: KeptFile | undefined) {
  const plan = await recordedPlan(work);
  const acting = await side(work, plan, input.target);
  const id = newId('evi');
  const body = bodyOf(plan, id, input, kept, work.on);
  await keep(acting, body, kept);
  await acting.append(await writeRecord(acting, 'evidence', body));
  return { evidence: id, ...(kept && { sha256: kept.sha256 }) };
}

/** Looks at the file or asks the link; nothing is written. @throws Refused */
export async function look(
  dependencies: TrackingDependencies,
  { file, url }: Pick<EvidenceInput, 'file' | 'url'>,
): Promise<KeptFile | undefined> {
  if (file) return inspectFile(file);
  return optionalText(url) === undefined ? deny('EVIDENCE_MISSING') : checkLink(dependencies, url!.trim());
}

/** As whom it is added, by what it is evidence of. */
async function side(work: Work, plan: PlanRecord, target: string): Promise<Work> {
  const milestone = plan.milestones.find(({ id, placeholder }) => id === target && !placeholder);
  const commitment = milestone?.commitment ?? plan.commitments.find(({ id }) => id === target)?.id;
  if (commitment === undefined) {
    const known = Object.values(plan).some((list: readonly Recorded[]) => list.some(({ id }) => id === target));
    return known ? work.preferring(() => true, ['tracker:session']) : deny('UNKNOWN', { what: target });
  }
  const implementers = await implementersOf(work.manager, work.planId, commitment);
  const isOwn = (organisation: string | undefined) => organisation !== undefined && implementers.includes(organisation);
  if (milestone) {
    const reporter = work.preferring(isOwn, ['tracker:report']);
    return isOwn(reporter.actor.organisation) ? reporter : deny('NOT_IMPLEMENTER');
  }
  const acting = work.preferring(isOwn, ['tracker:report', 'tracker:assess']);
  if (!isOwn(acting.actor.organisation)) return work.preferring((one) => !isOwn(one), ['tracker:assess']);
  return acting.actor.role === 'implementador' ? acting : deny('SAME_ORGANISATION');
}

function bodyOf(plan: PlanRecord, id: string, input: EvidenceInput, kept: KeptFile | undefined, on: string): Evidence {
  const { target, kind, title, proves, producedOn, page, url, file } = input;
  const told = { producedOn: optionalText(producedOn), page: optionalText(page), url: file ? undefined : url?.trim() };
  const written = {
    ...recordedHere(on),
    id,
    target,
    kind: codeFrom('evidenceKind', kind),
    title: textFrom(title, 300),
    proves: textFrom(proves, 2_000),
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
    ...(kept && { sha256: kept.sha256, mime: kept.mime }),
    access: 'public',
  };
  const { item, faults } = checkItem(plan, 'evidence', written);
  return item ? (item as Evidence) : deny('FORM', { what: faults[0]!.message });
}

async function keep({ manager, planId, actor, on }: Work, body: Evidence, kept: KeptFile | undefined): Promise<void> {
  if (kept)
    await manager.query(
      `INSERT INTO tracker_file (sha256, mime, bytes, content, recorded_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [kept.sha256, kept.mime, kept.content.length, kept.content, actor.id],
    );
  await manager.query(
    `INSERT INTO tracker_evidence (plan_id, id, target, url, sha256, file_name, recorded_by, organisation, added_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      planId,
      body.id,
      body.target,
      body.url ?? null,
      kept?.sha256 ?? null,
      kept?.name ?? null,
      actor.id,
      actor.organisation ?? null,
      on,
    ],
  );
}
