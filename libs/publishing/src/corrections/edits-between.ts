import { compareReleases, type JsonObject, parsePointer, pointerOf, type Step } from '#ocds';
import type { Edit } from './edit.js';
import { valueAt } from './value-at.js';

/** The edits that make one state of a process into another: as few as tell it, whatever edits it first came of. */
export function editsBetween(before: JsonObject, after: JsonObject): readonly Edit[] {
  const places = compareReleases(before, after).map(({ pointer }) => upToList(parsePointer(pointer)!));
  const byPointer = new Map(places.map((steps) => [pointerOf(steps), steps]));
  return [...byPointer].map(([pointer, steps]) => ({ pointer, value: valueAt(after, steps) ?? null }));
}

/** A list whose items have no id is told whole. */
export function upToList(steps: readonly Step[]): readonly Step[] {
  const nameless = steps.findIndex((step) => typeof step === 'object' && step.id === undefined);
  return nameless === -1 ? steps : steps.slice(0, nameless);
}
