import type { EntityManager } from 'typeorm';
import type { JobWriter } from '#queue';

/** Processes whose publication one job asks for: enough that jobs are few, few enough that a retry is cheap. */
const OCIDS_PER_JOB = 200;

/** Queues the publication of some processes, inside the caller's transaction. @param batchId the file that asks. */
export async function askForPublication(
  manager: EntityManager,
  queues: JobWriter,
  ocids: readonly string[],
  batchId?: string,
): Promise<void> {
  const jobs = Array.from({ length: Math.ceil(ocids.length / OCIDS_PER_JOB) }, (_, n) => ({
    ocids: ocids.slice(n * OCIDS_PER_JOB, (n + 1) * OCIDS_PER_JOB),
    ...(batchId !== undefined && { batchId }),
  }));
  await queues.enqueue(manager, 'publish', jobs);
}
