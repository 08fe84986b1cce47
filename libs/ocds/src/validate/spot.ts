import type { Json } from '../json.js';
import type { FaultHints, Report } from './fault.js';
import type { FindingRule } from './finding.js';
import type { Field } from './schema-field.js';

/** Where the walk is. `field` is undefined inside data the schema does not describe. */
export interface Spot {
  readonly field: Field | undefined;
  readonly pointer: string;
  readonly path: string;
  readonly depth: number;
  readonly report: Report;
}

/** The place of the document itself. */
export function rootSpot(field: Field, report: Report): Spot {
  return { field, pointer: '', path: '', depth: 0, report };
}

/** The place of a member; `segment` is already escaped for the pointer. */
export function memberSpot(parent: Spot, segment: string, field: Field | undefined): Spot {
  return {
    field,
    pointer: `${parent.pointer}/${segment}`,
    path: field?.path ?? (parent.path === '' ? segment : `${parent.path}/${segment}`),
    depth: parent.depth + 1,
    report: parent.report,
  };
}

/** The place of a list's item: the same field and path, one index further. */
export function itemSpot(list: Spot, index: number): Spot {
  return { ...list, pointer: `${list.pointer}/${index}`, depth: list.depth + 1 };
}

/** Reports a fault of this place. */
export function reportAt(spot: Spot, rule: FindingRule, value?: Json, hints?: FaultHints): void {
  spot.report({ rule, pointer: spot.pointer, path: spot.path, field: spot.field, value, ...(hints && { hints }) });
}

/** The place of a member by its name in the schema, whether the data has it or not. */
export function namedSpot(spot: Spot, name: string): Spot {
  return memberSpot(spot, name, spot.field?.members().get(name));
}
