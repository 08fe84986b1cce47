import type { DataSource } from 'typeorm';
import type { JobQueues } from '#queue';
import { askForPublication } from './ask-for-publication.js';

const PAGE = 5_000;

/**
 * Asks for the publication of everything that waits for it: after a restore, whose queues are empty.
 *
 * @returns how many processes wait.
 */
export async function askForAllPending({
  dataSource,
  queues,
}: {
  readonly dataSource: DataSource;
  readonly queues: JobQueues;
}): Promise<number> {
  let asked = 0;
  for (let after = ''; ;) {
    const page = (await dataSource.query(
      'SELECT ocid FROM record WHERE wanted > published AND ocid > $1 ORDER BY ocid LIMIT $2',
      [after, PAGE],
    )) as { ocid: string }[];
    if (page.length === 0) return asked;
    const ocids = page.map(({ ocid }) => ocid);
    await dataSource.transaction((manager) => askForPublication(manager, queues, ocids));
    asked += ocids.length;
    after = ocids.at(-1)!;
  }
}
