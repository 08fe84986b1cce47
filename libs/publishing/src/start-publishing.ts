import { publishRecords, type PublishDependencies } from './publish-records.js';
import { sweepPending } from './sweep-pending.js';

const CONCURRENCY = 2;
const SWEEP_EVERY_MS = 30_000;
/** Longer than any job takes, retries included, so that the sweep only finds what was really lost. */
const LOST_AFTER_SECONDS = 90;

/** A running publisher of records. */
export interface Publishing {
  /** Waits for the jobs at hand, then stops. */
  stop(): Promise<void>;
}

/** Serves the publishing queue, and asks again for what waited too long. @param onError told of each failed sweep. */
export async function startPublishing(
  dependencies: PublishDependencies,
  onError: (error: Error) => void,
): Promise<Publishing> {
  const { queues } = dependencies;
  const consumer = await queues.consume(
    'publish',
    async (job) => {
      await publishRecords(dependencies, job.ocids);
    },
    { concurrency: CONCURRENCY },
  );
  const sweep = () => sweepPending(dependencies, LOST_AFTER_SECONDS).catch(onError);
  const timer = setInterval(() => void sweep(), SWEEP_EVERY_MS);
  await sweep();
  return {
    stop: async () => {
      clearInterval(timer);
      await consumer.close();
    },
  };
}
