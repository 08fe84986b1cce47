import { setTimeout as pause } from 'node:timers/promises';

/** Names with which programs mark what they are still writing, and hidden files. */
const UNFINISHED = /^(\.|~\$)|\.(part|partial|filepart|crdownload|tmp|swp)$/i;

export function isUnfinishedName(name: string): boolean {
  return UNFINISHED.test(name);
}

/**
 * The files at rest: those that look the same after a while by our own clock, whatever the clock of the other side says.
 *
 * @param list names with their size and date as one text.
 */
export async function filesAtRest(
  list: () => Promise<ReadonlyMap<string, string>>,
  seconds: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const before = await list();
  if (before.size === 0) return before;
  await pause(seconds * 1_000, undefined, { signal });
  const after = await list();
  return new Map([...before].filter(([name, signature]) => after.get(name) === signature));
}
