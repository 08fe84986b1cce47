import releaseSchema from '../../../../schemas/ocds/1.1/release-schema.json' with { type: 'json' };
import type { Json, JsonObject } from '../json.js';
import { repairValue } from './repair-value.js';
import { REPAIRS, type AppliedRepair, type RepairName } from './repairs.js';
import { shapeOf } from './shape.js';

export interface RepairOptions {
  /** Those to make; all of them unless given. */
  readonly repairs?: readonly RepairName[];
  /** The release schema, extended or not (`mergePatch`); that of OCDS 1.1 unless given. Pass the same object each time. */
  readonly schema?: JsonObject;
}

export interface Repaired {
  /** The release repaired; the very object that came in when nothing was to be done. It shares what did not change. */
  readonly release: JsonObject;
  readonly applied: readonly AppliedRepair<Json>[];
}

/**
 * Mends what can be mended in one release without knowing more than it says, and tells each change. What to do follows
 * from the schema; nothing is guessed: what cannot be read with certainty stays as it is, for the validator to report.
 * The release given is not changed. Repairing twice is repairing once. Never throws, whatever the JSON.
 * https://standard.open-contracting.org/1.1/en/schema/reference/
 */
export function repairRelease(release: JsonObject, options: RepairOptions = {}): Repaired {
  const { repairs = REPAIRS.map(({ name }) => name), schema = releaseSchema as JsonObject } = options;
  const applied: AppliedRepair<Json>[] = [];
  const repaired = repairValue(release, { shape: shapeOf(schema), pointer: '', depth: 0 }, new Set(repairs), applied);
  return { release: (repaired ?? release) as JsonObject, applied };
}
