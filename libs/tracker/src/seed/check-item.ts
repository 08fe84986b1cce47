import type { Recorded } from '../model/fact.js';
import type { PlanRecord, RecordKind } from '../model/plan-record.js';
import { checkSeedFile } from './check-seed-file.js';
import { type SeedFault, seedFault } from './seed-fault.js';
import { expectedFields } from './seed-schema.js';

/** One item as it is stored, or what is wrong with it. */
export type CheckedItem =
  | { readonly item: Recorded; readonly faults: readonly [] }
  | { readonly item: undefined; readonly faults: readonly SeedFault[] };

/**
 * Checks something that people record as seeds are checked: its form, its dates, and that what it refers to is in the
 * plan. An expected field without a value is pending unless told otherwise.
 */
export function checkItem(plan: PlanRecord, kind: RecordKind, written: Readonly<Record<string, unknown>>): CheckedItem {
  const told = (written['nulls'] ?? {}) as Recorded['nulls'];
  const missing = expectedFields(kind).filter((field) => written[field] === undefined && told[field] === undefined);
  const kept = Object.entries(told).filter(([field]) => written[field] === undefined);
  const nulls = { ...Object.fromEntries(kept), ...Object.fromEntries(missing.map((field) => [field, 'pendiente'])) };
  const faults: SeedFault[] = [];
  const read = { file: kind, kind, items: [{ fieldFrom: {}, ...written, nulls }] };
  const { items, references } = checkSeedFile(read as Parameters<typeof checkSeedFile>[0], faults);
  for (const { kind: wanted, id, pointer } of references) {
    const ids = wanted === 'any' ? Object.values(plan).flat() : plan[wanted];
    const own = wanted === 'sources' && id === PLATFORM_SOURCE;
    if (!own && !ids.some((one: Recorded) => one.id === id))
      faults.push(seedFault('REFERENCE', { file: kind, place: pointer }, `«${id}»`));
  }
  return faults.length > 0 ? { item: undefined, faults } : { item: items[0]!, faults: [] };
}

/** The source of what is recorded here. */
export const PLATFORM_SOURCE = 'plataforma';
