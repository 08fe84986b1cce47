import { gatherTerms } from './gather-terms.js';
import { publishRecords, type PublishDependencies } from './publish-records.js';
import { renewProcesses } from './renew-processes.js';
import { summariseParties } from './summarise-parties.js';
import { sweepPending } from './sweep-pending.js';

const CONCURRENCY = 2;
const SWEEP_EVERY_MS = 30_000;
/** Parties are summed up once for the jobs that end together. */
const SUMMARISE_AFTER_MS = 1_000;
/** Longer than any job takes, retries included, so that the sweep only finds what was really lost. */
const LOST_AFTER_SECONDS = 90;

/** A running publisher of records. */
export interface Publishing {
  /** Waits for the jobs at hand, then stops. */
  stop(): Promise<void>;
}

/**
 * Serves the publishing queue, keeps the figures of the parties in step, and asks again for what waited too long.
 *
 * @param onError told of each failed sweep.
 */
export async function startPublishing(
  dependencies: PublishDependencies,
  onError: (error: Error) => void,
): Promise<Publishing> {
  const { queues, dataSource } = dependencies;
  const stopping = new AbortController();
  const keepUp = async () => {
    await renewProcesses(dataSource, stopping.signal);
    await summariseParties(dataSource);
    await gatherTerms(dataSource);
  };
  const summaries = inOneGo(() => keepUp().catch(onError), SUMMARISE_AFTER_MS);
  const consumer = await queues.consume(
    'publish',
    async (job) => {
      await publishRecords(dependencies, job.ocids);
      summaries.ask();
    },
    { concurrency: CONCURRENCY },
  );
  const sweep = async () => {
    await sweepPending(dependencies, LOST_AFTER_SECONDS).catch(onError);
    summaries.ask();
  };
  const timer = setInterval(() => void sweep(), SWEEP_EVERY_MS);
  await sweep();
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await consumer.close();
      await summaries.stop();
    },
  };
}

/** Does a piece of work a while after it was first asked for, once for all who asked meanwhile, never twice at a time. */
function inOneGo(work: () => Promise<unknown>, afterMs: number) {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<unknown> = Promise.resolve();
  const run = () => {
    timer = undefined;
    working = working.then(work);
  };
  return {
    ask: () => void (timer ??= setTimeout(run, afterMs)),
    /** Does at once what was asked for. */
    stop: async () => {
      if (timer !== undefined) {
        clearTimeout(timer);
        run();
      }
      await working;
    },
  };
}
