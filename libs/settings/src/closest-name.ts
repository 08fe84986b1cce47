/**
 * The known name that a mistyped one most likely means.
 *
 * @returns undefined when none is near: more than a third of its letters would have to change.
 */
export function closestName(typed: string, known: readonly string[]): string | undefined {
  const wanted = typed.toUpperCase();
  const ranked = known.map((name) => ({ name, distance: distanceOf(wanted, name.toUpperCase()) }));
  const best = ranked.toSorted((one, other) => one.distance - other.distance)[0];
  return best && best.distance <= Math.max(2, Math.floor(best.name.length / 3)) ? best.name : undefined;
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function distanceOf(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const changed = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      row.push(swapped ? Math.min(changed, rows[i - 2]![j - 2]! + 1) : changed);
    }
    rows.push(row);
  }
  return rows.at(-1)!.at(-1)!;
}
