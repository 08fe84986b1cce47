import type { EntityManager } from 'typeorm';

/** The queues of the product. */
export const queueNames = ['publish'] as const;
export type QueueName = (typeof queueNames)[number];

/** A batch of records to publish. A job carries identifiers, never documents, and may run twice. */
export interface PublishJob {
  readonly ocids: readonly string[];
  readonly batchId?: string;
}

/** Whatever holds an open SQL transaction: the manager that `dataSource.transaction` hands out. */
export type TransactionClient = Pick<EntityManager, 'queryRunner'>;

export interface EnqueueOptions {
  /** The job does not run before this many milliseconds have passed. */
  readonly delayMs?: number;
}

export interface JobContext {
  /** How many times the job was started, this time included; a start cut short by a crash counts. */
  readonly attempt: number;
  readonly jobId: string;
}

/** Does the work of one job. It must bear to run twice; a rejected promise counts as a failed attempt. */
export type JobHandler = (job: PublishJob, context: JobContext) => Promise<void>;

export interface ConsumeOptions {
  /** Most jobs handled at the same time by this consumer; 1 unless told. */
  readonly concurrency?: number;
}

export interface Consumer {
  /**
   * Takes no more jobs and waits for the running ones, up to `closeWaitMs`. A handler that is still busy then is left
   * to itself: its lock is given up and another consumer starts the job again.
   */
  close(): Promise<void>;
}

/** How many jobs stand where. Finished jobs are removed, so `completed` counts only what the back end still holds. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly completed: number;
}

/** A job that used up its attempts; it stays until it is retried. */
export interface FailedJob {
  readonly jobId: string;
  readonly job: PublishJob;
  /** The message of the last error. */
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: Date;
}

/** All named queues of the product over one back end. */
export interface JobQueues {
  readonly backend: 'postgres' | 'redis';
  /**
   * Adds jobs inside the caller's SQL transaction: they commit or vanish with it, and no consumer sees them before.
   * Not to be awaited side by side with another statement of the same transaction.
   *
   * @throws QueueError `TRANSACTION_REQUIRED` when the manager holds no open transaction.
   */
  enqueue(
    manager: TransactionClient,
    queue: QueueName,
    jobs: readonly PublishJob[],
    options?: EnqueueOptions,
  ): Promise<void>;
  /**
   * Handles the jobs of a queue until closed. A failed job is tried again, each time after a longer pause, and is kept
   * as failed when its attempts are used up; a job whose process died is started again elsewhere.
   */
  consume(queue: QueueName, handler: JobHandler, options?: ConsumeOptions): Promise<Consumer>;
  counts(queue: QueueName): Promise<QueueCounts>;
  /** The newest failed jobs first. */
  failed(queue: QueueName, limit: number): Promise<FailedJob[]>;
  /** Gives every failed job its full number of attempts again. @returns how many. */
  retryFailed(queue: QueueName): Promise<number>;
  /** Redis only: carries the committed jobs over to Redis now. @returns how many. */
  relayOnce?(): Promise<number>;
  /** Closes the consumers that are still open, then every connection. */
  close(): Promise<void>;
}
