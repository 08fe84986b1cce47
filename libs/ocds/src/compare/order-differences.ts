import { releaseFields } from './release-fields.js';
import type { Field } from '../validate/schema-field.js';
import { pointerOf, type Step } from './identity-pointer.js';

/** As a sort wants it: members in the order of the schema, unknown ones after them by name, items by their ids. */
export function compareSteps(one: readonly Step[], other: readonly Step[]): number {
  let field: Field | undefined = releaseFields();
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const [left, right] = [one[at]!, other[at]!];
    const order = compareStep(left, right, field);
    if (order !== 0) return order;
    if (typeof left === 'string') field = field?.members().get(left);
  }
  return one.length - other.length;
}

function compareStep(left: Step, right: Step, field: Field | undefined): number {
  if (typeof left !== 'string' || typeof right !== 'string') return compareTexts(pointerOf([left]), pointerOf([right]));
  if (left === right) return 0;
  return rank(left, field) - rank(right, field) || compareTexts(left, right);
}

function rank(name: string, field: Field | undefined): number {
  const position = [...(field?.members().keys() ?? [])].indexOf(name);
  return position === -1 ? Number.MAX_SAFE_INTEGER : position;
}

/** Numbers in them by their value: item 2 before item 10. The same on every machine. */
function compareTexts(left: string, right: string): number {
  const [short, long] = [left, right].map((text) => text.replaceAll(/\d+/g, (digits) => digits.padStart(12, '0')));
  return short! < long! ? -1 : short! > long! ? 1 : left < right ? -1 : Number(left > right);
}
