import { isJsonObject, type Json } from '../json.js';
import type { FindingRule } from './finding.js';
import { findRepeatsById, findRepeatsByValue, type Repeat } from './find-repeats.js';
import type { Field } from './schema-field.js';
import { itemSpot, namedSpot, reportAt, type Spot } from './spot.js';

/**
 * Reports the items of a list that repeat others. Stands in for the keyword `uniqueItems`, whose own check is quadratic
 * and compares whole items, while in OCDS the `id` is what must be unique
 * (https://standard.open-contracting.org/1.1/en/schema/merging/#array-values).
 */
export function checkRepeats(items: readonly Json[], field: Field, list: Spot): void {
  if (items.length < 2 || !(field.uniqueItems || field.identity === 'id')) return;
  const repeats = field.identity === 'id' ? findRepeatsById(items) : findRepeatsByValue(items);
  for (const [index, repeat] of repeats) {
    const rule = ruleFor(repeat, field);
    const item = items[index];
    const spot = itemSpot(list, index);
    if (rule === 'duplicate-item') reportAt(spot, rule, item);
    else if (rule !== undefined) reportAt(namedSpot(spot, 'id'), rule, isJsonObject(item) ? item.id : undefined);
  }
}

/** Where the schema does not ask for unique items, and in lists merged as a whole, an id in common is only a doubt. */
function ruleFor(repeat: Repeat, field: Field): FindingRule | undefined {
  if (repeat === 'item') return field.uniqueItems ? 'duplicate-item' : undefined;
  return field.uniqueItems && field.identity === 'id' ? 'duplicate-id' : 'repeated-id';
}
