/**
 * The names of an object's members in the order of their code units. Objects of one shape come by the thousands: the
 * order is found once for each sequence of names, of the first so many.
 */
export function sortedNames(object: object): readonly string[] {
  const names = Object.keys(object);
  if (names.length < 2) return names;
  let sequence: Sequence | undefined = ROOT;
  for (const name of names) {
    sequence = sequence.next.get(name) ?? extend(sequence, name);
    if (sequence === undefined) return names.sort();
  }
  return (sequence.sorted ??= names.sort());
}

/** A sequence of names, and those that go on from it. */
interface Sequence {
  readonly next: Map<string, Sequence>;
  sorted?: readonly string[];
}

const ROOT: Sequence = { next: new Map() };
/** Names may be anything, in a file of somebody else's. */
const MOST_SEQUENCES = 5_000;
const LONGEST_NAME = 100;
let sequences = 0;

function extend(sequence: Sequence, name: string): Sequence | undefined {
  if (sequences >= MOST_SEQUENCES || name.length > LONGEST_NAME) return undefined;
  sequences++;
  const next: Sequence = { next: new Map() };
  sequence.next.set(name, next);
  return next;
}
