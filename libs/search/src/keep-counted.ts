import type { DataSource } from 'typeorm';

/** What took a moment to count is told again for so many times that moment, and no longer than this. */
const TIMES = 50;
const LONGEST_MS = 60_000;
/** More questions than this are not remembered. */
const MOST_KEPT = 500;

interface Kept {
  readonly result: Promise<unknown>;
  /** Infinity while it is being counted. */
  until: number;
}

const KEPT = new WeakMap<DataSource, Map<string, Kept>>();

/**
 * Counts, or tells what was counted a moment ago: counting what many ask for takes at most a fiftieth of the time, and who
 * asks meanwhile waits for the same counting. A small store is counted for nearly everybody, a large one once a minute.
 *
 * @param question tells this counting from every other over the same store.
 */
export async function keepCounted<Result>(
  dataSource: DataSource,
  question: string,
  count: () => Promise<Result>,
): Promise<Result> {
  const known = countedBefore<Result>(dataSource, question);
  if (known) return known;
  const kept = keptOf(dataSource);
  const begin = performance.now();
  const result = count();
  const entry: Kept = { result, until: Number.POSITIVE_INFINITY };
  kept.delete(question);
  kept.set(question, entry);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  try {
    await result;
    const end = performance.now();
    entry.until = end + Math.min((end - begin) * TIMES, LONGEST_MS);
  } catch (error) {
    kept.delete(question);
    throw error;
  }
  return result;
}

/** What was counted a moment ago, or is being counted; undefined when it would have to be counted. */
export function countedBefore<Result>(dataSource: DataSource, question: string): Promise<Result> | undefined {
  const known = keptOf(dataSource).get(question);
  return known && performance.now() < known.until ? (known.result as Promise<Result>) : undefined;
}

function keptOf(dataSource: DataSource): Map<string, Kept> {
  const kept = KEPT.get(dataSource) ?? new Map<string, Kept>();
  KEPT.set(dataSource, kept);
  return kept;
}
