import type { PlanRecord, RecordKind } from '../model/plan-record.js';
import type { CheckedFile } from './check-seed-file.js';
import { type SeedFault, seedFault } from './seed-fault.js';

/** Checks what no file shows alone: ids, references, and that nothing is complete without evidence. */
export function checkPlan(plan: PlanRecord, files: readonly CheckedFile[]): SeedFault[] {
  const kinds = new Map<string, RecordKind>();
  return [...checkIds(files, kinds), ...checkReferences(files, kinds), ...checkEvidence(plan, files)];
}

function checkIds(files: readonly CheckedFile[], kinds: Map<string, RecordKind>): SeedFault[] {
  return files.flatMap(({ file, kind, items }) =>
    items.flatMap(({ id }, index) => {
      if (kinds.has(id)) return [seedFault('DUPLICATE', { file, place: `items/${index}/id` }, id)];
      kinds.set(id, kind);
      return [];
    }),
  );
}

function checkReferences(files: readonly CheckedFile[], kinds: ReadonlyMap<string, RecordKind>): SeedFault[] {
  return files.flatMap(({ file, references }) =>
    references.flatMap(({ kind, id, pointer, item }) => {
      const found = kinds.get(id);
      if (found !== undefined && (kind === 'any' || kind === found)) return [];
      const what = kind === 'any' ? `«${id}»` : `«${id}» en ${kind}`;
      return [seedFault('REFERENCE', { file, place: `items/${item}${pointer}` }, what)];
    }),
  );
}

function checkEvidence({ assessments, evidence, milestones }: PlanRecord, files: readonly CheckedFile[]): SeedFault[] {
  const proved = new Set(evidence.map(({ target }) => target));
  const file = files.find(({ kind }) => kind === 'assessments')?.file ?? '';
  return assessments.flatMap(({ id, commitment = '', lane, completion, legacyDeclared }, index) => {
    if (lane !== 'autoevaluacion' || completion !== 'completo' || legacyDeclared) return [];
    const parts = milestones.filter((milestone) => milestone.commitment === commitment).map((one) => one.id);
    if ([commitment, ...parts].some((target) => proved.has(target))) return [];
    return [seedFault('COMPLETE_WITHOUT_EVIDENCE', { file, place: `items/${index}` }, id)];
  });
}
