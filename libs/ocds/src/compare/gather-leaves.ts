import type { Json, JsonObject } from '../json.js';
import type { LeafChange, Pair } from './changed-leaves.js';
import { pointerOf, type Step } from './identity-pointer.js';
import { isMoney } from './shown-value.js';

/** Values that changed together and are told as one. */
export interface LeafGroup {
  readonly steps: readonly Step[];
  readonly before?: Json;
  readonly after?: Json;
  readonly around: readonly Pair[];
  readonly leaves: readonly LeafChange[];
}

/**
 * Puts leaves together that are one thing to a reader: all of an object that came or went, and an amount with its
 * currency. Each leaf is in one group.
 */
export function gatherLeaves(changes: readonly LeafChange[]): readonly LeafGroup[] {
  const groups = new Map<string, LeafGroup>();
  for (const change of changes) {
    const group = groupOf(change);
    const key = pointerOf(group.steps) + ('before' in group) + ('after' in group);
    const known = groups.get(key);
    groups.set(key, known === undefined ? group : { ...known, leaves: [...known.leaves, change] });
  }
  return [...groups.values()];
}

function groupOf(change: LeafChange): LeafGroup {
  const depth = change.around.findIndex((pair, index) => index > 0 && (isWhole(pair) || isAmount(pair)));
  if (depth === -1) return { ...change, leaves: [change] };
  const { before, after } = change.around[depth]!;
  return {
    steps: stepsTo(change, depth),
    ...(before && { before }),
    ...(after && { after }),
    around: change.around.slice(0, depth),
    leaves: [change],
  };
}

/** On one side only: all of it came, or went. */
function isWhole({ before, after }: Pair): boolean {
  return before === undefined || after === undefined;
}

function isAmount({ before, after }: Pair): boolean {
  return isMoney(before as JsonObject | undefined) && isMoney(after as JsonObject | undefined);
}

/** The steps to the nth object around a value: lists stand between and are none. */
function stepsTo({ steps }: LeafChange, depth: number): readonly Step[] {
  let objects = 0;
  const end = steps.findIndex((_, index) => {
    const isList = typeof steps[index + 1] === 'object';
    if (!isList) objects++;
    return objects === depth;
  });
  return steps.slice(0, end + 1);
}
