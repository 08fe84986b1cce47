import type { Bilingual } from '../bilingual.js';
import type { Field } from '../validate/schema-field.js';
import type { ItemStep, Step } from './identity-pointer.js';
import { fieldInWords } from './in-words.js';
import { releaseFields } from './release-fields.js';

/** A field found by the steps that lead to it. */
export interface FoundPlace {
  /** The member's name; of an item that of its list. */
  readonly name: string;
  readonly label: Bilingual;
  /** Undefined for what neither the standard nor an extension of the registry defines. */
  readonly field: Field | undefined;
  readonly above: readonly PlaceAbove[];
}

/** A member on the way that holds an object, or a list and its item. */
export interface PlaceAbove {
  readonly label: Bilingual;
  readonly item?: ItemStep;
}

/** What the schema says of a place. An item that is itself the place is called by its list. */
export function placeOf(steps: readonly Step[]): FoundPlace {
  let field: Field | undefined = releaseFields();
  let name = '';
  const way: PlaceAbove[] = [];
  for (const [index, step] of steps.entries()) {
    if (typeof step !== 'string') continue;
    name = step;
    field = field?.members().get(step);
    const next = steps[index + 1];
    way.push({ label: fieldInWords(step, field), ...(typeof next === 'object' && { item: next }) });
  }
  const own = way.pop();
  return { name, label: own?.label ?? fieldInWords('release', field), field, above: way };
}
