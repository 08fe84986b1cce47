import type { Job, WorkerOptions } from 'bullmq';
import type { AnyJob, ConsumeOptions, Consumer, JobHandler } from './job-queues.js';
import type { QueueSetup } from './queue-setup.js';
import type { QueueTiming } from './queue-timing.js';
import { settlesWithin } from './settles-within.js';

/** How long a consumer's first connection is awaited. */
const READY_MS = 5_000;
/** How long the end of a job may take to reach the datastore before that counts as away. */
const RECORD_MS = 1_000;

export type WorkerSettings = Omit<WorkerOptions, 'connection' | 'prefix'>;
export type Processor = (job: Job<AnyJob>) => Promise<void>;

/** What is asked of a BullMQ worker, whatever its datastore. */
export interface RunningWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<void>;
  pause(): Promise<void>;
  close(force: boolean): Promise<void>;
}

/**
 * Starts a worker and returns once it is connected.
 *
 * @param start builds the worker on its datastore.
 */
export async function runWorker<Data>(
  start: (processor: Processor, settings: WorkerSettings) => RunningWorker,
  handler: JobHandler<Data>,
  { concurrency = 1 }: ConsumeOptions,
  { timing, onError }: QueueSetup,
): Promise<Consumer> {
  let running = 0;
  const worker = start(
    async (job) => {
      running++;
      try {
        await handler(job.data as Data, { attempt: job.attemptsStarted, jobId: job.id ?? '' });
      } finally {
        running--;
      }
    },
    workerSettings(concurrency, timing),
  );
  worker.on('error', onError);
  await whenReady(worker);
  return { close: () => closeWorker(worker, () => running > 0, timing.closeWaitMs) };
}

function workerSettings(concurrency: number, timing: QueueTiming): WorkerSettings {
  return {
    concurrency,
    lockDuration: timing.lockMs,
    stalledInterval: timing.stalledCheckMs,
    maxStalledCount: timing.maxStalls,
    runRetryDelay: timing.reconnectMs,
  };
}

/** A worker that cannot start is an error; one whose datastore is only away goes on connecting by itself. */
async function whenReady(worker: RunningWorker): Promise<void> {
  let failure: unknown;
  const ready = worker.waitUntilReady().catch((error: unknown) => {
    failure = error;
  });
  await settlesWithin(ready, READY_MS);
  if (!failure) return;
  await worker.close(true);
  throw failure;
}

/**
 * Pausing waits for the running jobs, and for a datastore that is away as well, which would be in vain. The forced close
 * then gives up the locks of the jobs that were not done in time.
 */
async function closeWorker(worker: RunningWorker, isBusy: () => boolean, waitMs: number): Promise<void> {
  const end = Date.now() + waitMs;
  const paused = worker.pause();
  while (!(await settlesWithin(paused, Math.min(RECORD_MS, end - Date.now())))) {
    if (!isBusy() || Date.now() >= end) break;
  }
  await worker.close(true);
}
