const LONGEST = 40;

/**
 * The candidate that `name` is most probably a misspelling of, or `undefined` when none is near.
 * Letter case apart counts as nothing, two neighbours swapped as half an edit, anything else as one.
 */
export function closestName(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const written = name.trim().toLowerCase();
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = distanceBetween(written, candidate.toLowerCase());
    if (distance < (best?.distance ?? tolerance(written) + 0.1)) best = { candidate, distance };
  }
  return best?.candidate;
}

function tolerance(name: string): number {
  if (name.length < 3) return 0;
  return name.length < 6 ? 1 : 2;
}

/** Optimal string alignment over three rows; far lengths are not worth the table. */
function distanceBetween(left: string, right: string): number {
  if (left === right) return 0;
  if (Math.abs(left.length - right.length) > 2) return Infinity;
  let twoBack: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = nextRow({ left, right, row, previous, twoBack });
    [twoBack, previous] = [previous, current];
  }
  return previous[right.length] ?? Infinity;
}

interface RowStep {
  readonly left: string;
  readonly right: string;
  readonly row: number;
  readonly previous: readonly number[];
  readonly twoBack: readonly number[];
}

function nextRow({ left, right, row, previous, twoBack }: RowStep): readonly number[] {
  const current = [row];
  for (let column = 1; column <= right.length; column += 1) {
    const change = previous[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1);
    const swap = isSwap(left, right, row, column) ? twoBack[column - 2]! + 0.5 : Infinity;
    current.push(Math.min(change, previous[column]! + 1, current[column - 1]! + 1, swap));
  }
  return current;
}

function isSwap(left: string, right: string, row: number, column: number): boolean {
  if (row < 2 || column < 2) return false;
  return left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
}
