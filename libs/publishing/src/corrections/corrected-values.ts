import { changedLeaves, type Json, type JsonObject, pointerOf } from '#ocds';
import { canonicalJson } from '../canonical-json.js';
import { upToList } from './edits-between.js';
import { valueAt } from './value-at.js';

/** A value as a correction found it and as it left it; absent where there was, or is, none. */
export interface CorrectedValue {
  readonly pointer: string;
  readonly before?: Json;
  readonly after?: Json;
}

/**
 * What a correction corrects, value by value. A list whose items have no id is one value: merging replaces it whole, so
 * that a part of it cannot hold alone.
 */
export function correctedValues(before: JsonObject, after: JsonObject): readonly CorrectedValue[] {
  const places = new Map(
    changedLeaves(before, after).map((change) => {
      const steps = upToList(change.steps);
      return [pointerOf(steps), steps] as const;
    }),
  );
  return [...places].map(([pointer, steps]) => ({
    pointer,
    ...told('before', valueAt(before, steps)),
    ...told('after', valueAt(after, steps)),
  }));
}

function told(side: 'before' | 'after', value: Json | undefined) {
  return value === undefined ? {} : { [side]: value };
}

/** Whether two corrections correct the same, in whatever order. */
export function sameValues(one: readonly CorrectedValue[], other: readonly CorrectedValue[]): boolean {
  const [left, right] = [one, other].map((values) => values.map((value) => canonicalJson({ ...value })).toSorted());
  return left!.join('\n') === right!.join('\n');
}
