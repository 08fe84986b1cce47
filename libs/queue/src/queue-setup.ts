import type { QueueTiming } from './queue-timing.js';

/** What both back ends are told. */
export interface QueueSetup {
  readonly timing: QueueTiming;
  /** Told of every failure that nobody awaits: a lost connection, a consumer's trouble with its datastore. */
  readonly onError: (error: Error) => void;
}
