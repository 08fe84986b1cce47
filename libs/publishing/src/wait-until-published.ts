import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

const POLL_MS = 100;

/**
 * Waits until nothing is left to publish of the given processes.
 *
 * @param onProgress told how many still wait, whenever that changes.
 */
export async function waitUntilPublished(
  dataSource: DataSource,
  ocids: readonly string[],
  onProgress: (waiting: number) => void = () => {},
): Promise<void> {
  let last = -1;
  for (;;) {
    const [row] = (await dataSource.query(
      'SELECT count(*)::int AS waiting FROM record WHERE ocid = ANY($1) AND wanted > published',
      [ocids],
    )) as { waiting: number }[];
    const waiting = row!.waiting;
    if (waiting !== last) onProgress(waiting);
    if (waiting === 0) return;
    last = waiting;
    await sleep(POLL_MS);
  }
}
