/** When the queues wait, try again and give up; durations in milliseconds. */
export interface QueueTiming {
  /** Times a job is tried before it is kept as failed. */
  readonly attempts: number;
  /** Pause before the second attempt; it doubles with each further one. */
  readonly backoffMs: number;
  /** A consumer holds a job this long between two signs of life. */
  readonly lockMs: number;
  /** How often consumers look for jobs whose holder died: such a job starts again after lockMs + stalledCheckMs. */
  readonly stalledCheckMs: number;
  /** Deaths of its holder a job survives; one more and it counts as the cause and is kept as failed. */
  readonly maxStalls: number;
  /** How long closing waits for running handlers. */
  readonly closeWaitMs: number;
  /** Pause before trying a lost connection again. */
  readonly reconnectMs: number;
  /** Redis: how often the outbox is read without having been called. */
  readonly relayPollMs: number;
  /** Redis: how often unfinished jobs are compared with what Redis still knows. */
  readonly sweepMs: number;
  /** Redis: age from which an unfinished job is compared. */
  readonly sweepAgeMs: number;
}

export const defaultTiming: QueueTiming = {
  attempts: 5,
  backoffMs: 2_000,
  lockMs: 20_000,
  stalledCheckMs: 5_000,
  maxStalls: 3,
  closeWaitMs: 20_000,
  reconnectMs: 1_000,
  relayPollMs: 5_000,
  sweepMs: 60_000,
  sweepAgeMs: 60_000,
};
