import { handleUpload, type IntakeDependencies, IntakeInterrupted } from './handle-upload.js';
import { forgetOldUploads, removeLeftBehind, sweepUploads } from './sweep-uploads.js';

/** One at a time: each takes a core and its share of memory. More processes read more at a time. */
const CONCURRENCY = 1;
const SWEEP_EVERY_MS = 30_000;
const FORGET_EVERY_MS = 6 * 3_600_000;
/** The queue itself starts the job of a dead process again within half a minute; this is for jobs that are gone. */
const LOST_AFTER_SECONDS = 300;

/** A running reader of uploads. */
export interface Intake {
  /** Ends the reading at hand, which the next start begins again. */
  stop(): Promise<void>;
}

export interface IntakeOptions {
  /** Told of what nobody awaits. */
  readonly onError: (error: Error) => void;
  /** Seconds after which what waits counts as lost. */
  readonly lostAfterSeconds?: number;
}

/** Serves the intake queue, and asks again for what a dead process left. */
export async function startIntake(
  dependencies: IntakeDependencies,
  { onError, lostAfterSeconds = LOST_AFTER_SECONDS }: IntakeOptions,
): Promise<Intake> {
  const stopping = new AbortController();
  const consumer = await dependencies.queues.consume(
    'intake',
    async ({ uploadId }) => {
      await handleUpload(dependencies, uploadId, stopping.signal).catch((error: Error) => {
        if (!(error instanceof IntakeInterrupted)) onError(error);
        throw error;
      });
    },
    { concurrency: CONCURRENCY },
  );
  const timers = [
    every(SWEEP_EVERY_MS, () => sweepUploads(dependencies, lostAfterSeconds), onError),
    every(FORGET_EVERY_MS, () => forgetOldUploads(dependencies), onError),
    every(FORGET_EVERY_MS, () => removeLeftBehind(), onError),
  ];
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      stopping.abort();
      await consumer.close();
    },
  };
}

/** Now, and then again and again. */
function every(ms: number, work: () => Promise<unknown>, onError: (error: Error) => void) {
  const once = () => void work().catch(onError);
  once();
  return setInterval(once, ms);
}
