import type { PlanRecord } from '../model/plan-record.js';
import { checkPlan } from './check-plan.js';
import { checkSeedFile, type CheckedFile } from './check-seed-file.js';
import { readSeedFile, type SeedFile } from './read-seed-file.js';
import { type SeedFault, seedFault } from './seed-fault.js';
import { RECORD_KINDS } from './seed-schema.js';

/** A plan, or everything that is wrong with its seed. */
export type LoadedPlan =
  | { readonly plan: PlanRecord; readonly faults: readonly [] }
  | { readonly plan: undefined; readonly faults: readonly SeedFault[] };

/**
 * Reads the seed of one plan: its folder's YAML files, one per kind, as in `schemas/tracker/plans`.
 *
 * Every item needs an id of its own, a source, and of each expected field the value or the reason why there is none.
 */
export function loadPlan(files: readonly SeedFile[]): LoadedPlan {
  const faults: SeedFault[] = [];
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const read = readSeedFile(file);
    if ('code' in read) faults.push(read);
    else checked.push(checkSeedFile(read, faults));
  }
  const plan = gather(checked);
  if (plan.plans.length !== 1) faults.push(seedFault('PLAN', PLANS, String(plan.plans.length)));
  if (faults.length === 0) faults.push(...checkPlan(plan, checked));
  return faults.length > 0 ? { plan: undefined, faults } : { plan, faults: [] };
}

const PLANS = { file: 'plans.yaml', place: 'items' };

function gather(files: readonly CheckedFile[]): PlanRecord {
  const lists = RECORD_KINDS.map(
    (kind) => [kind, files.flatMap((file) => (file.kind === kind ? file.items : []))] as const,
  );
  return Object.fromEntries(lists) as unknown as PlanRecord;
}
