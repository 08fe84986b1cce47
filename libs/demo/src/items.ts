import type { Item } from '#ocds';
import { type Family, unitNames } from './catalogue.js';
import type { Line } from './draw/lines.js';
import { money } from './money.js';

/** Out: OCDS items; classes in the state's own schemes (family and group), unit prices with and without IVA. */
export function itemsOf({ family, group }: Family, lines: readonly Line[]): readonly Item[] {
  return lines.map(({ id, item, quantity, unitNet }) => ({
    id,
    description: item.description,
    classification: { scheme: 'FAM-GOB-JAL', ...family },
    additionalClassifications: [{ scheme: 'GPO-GOB-JAL', ...group }],
    quantity,
    unit: { scheme: 'UM-GOB-JAL', id: item.unit, name: unitNames[item.unit]!, value: money(unitNet) },
  }));
}
