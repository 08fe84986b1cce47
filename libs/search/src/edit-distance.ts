/**
 * How many letters have to be added, taken out, changed or swapped with their neighbour to make one word of the other
 * (optimal string alignment).
 */
export function editDistance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let before: number[] = [];
  let above = [...to.keys(), to.length];
  for (const [i, letter] of from.entries()) {
    const row = [i + 1];
    for (const [j, other] of to.entries()) {
      const changed = above[j]! + (letter === other ? 0 : 1);
      const swapped = i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other ? before[j - 1]! + 1 : Infinity;
      row.push(Math.min(changed, above[j + 1]! + 1, row[j]! + 1, swapped));
    }
    [before, above] = [above, row];
  }
  return above.at(-1)!;
}
