import { isJsonObject, type Json } from '#ocds';
import type { Fill, Origin } from './filling.js';

/** Fills the item of a list; where its values came from is written down under the item's id, which is known after. */
export function fillItem(fill: Fill, ...[filling, rows, pointer]: Parameters<Fill>): Json | undefined {
  const { origins } = filling;
  if (origins === undefined) return fill(filling, rows, '');
  const from = origins.length;
  const place = `${pointer}/-`;
  const value = fill(filling, rows, place);
  if (isJsonObject(value) && value.id !== undefined) nameItem(origins, from, place, `${pointer}/[${String(value.id)}]`);
  return value;
}

function nameItem(origins: Origin[], from: number, place: string, name: string): void {
  for (const [index, origin] of origins.entries()) {
    if (index < from || !origin.pointer.startsWith(place)) continue;
    origins[index] = { ...origin, pointer: name + origin.pointer.slice(place.length) };
  }
}
