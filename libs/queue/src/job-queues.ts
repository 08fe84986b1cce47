import type { EntityManager } from 'typeorm';

/** The queues of the product. */
export const queueNames = ['publish', 'connect', 'intake', 'mail'] as const;
export type QueueName = (typeof queueNames)[number];

/** A batch of records to publish. A job carries identifiers, never documents, and may run twice. */
export interface PublishJob {
  readonly ocids: readonly string[];
  readonly batchId?: string;
}

/** One run of a connector. */
export interface ConnectJob {
  readonly connectorId: string;
  /** Somebody asked for this run, whatever the schedule says. */
  readonly byPerson?: boolean;
}

/** An upload to check or to take in. */
export interface IntakeJob {
  readonly uploadId: string;
}

/** A mail to send, or a round that looks who is to get one. */
export type MailJob = { readonly mailId: string } | { readonly round: string };

/** What the jobs of each queue carry. */
export interface QueueJobs {
  readonly publish: PublishJob;
  readonly connect: ConnectJob;
  readonly intake: IntakeJob;
  readonly mail: MailJob;
}
export type AnyJob = QueueJobs[QueueName];

/** When a job comes back: by a cron pattern of five or six fields, or every so many milliseconds, the first one at once. */
export type Recurrence = { readonly cron: string; readonly tz?: string } | { readonly everyMs: number };

/** A job that comes back. */
export interface Schedule<Job> {
  /** Unique in its queue; no colons. */
  readonly id: string;
  readonly job: Job;
  readonly when: Recurrence;
}

/** A schedule as it stands. */
export interface StandingSchedule {
  readonly id: string;
  /** When the next job of it is due. */
  readonly next: Date | undefined;
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
export type JobHandler<Job = PublishJob> = (job: Job, context: JobContext) => Promise<void>;

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
export interface FailedJob<Job = PublishJob> {
  readonly jobId: string;
  readonly job: Job;
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
  enqueue<Name extends QueueName>(
    manager: TransactionClient,
    queue: Name,
    jobs: readonly QueueJobs[Name][],
    options?: EnqueueOptions,
  ): Promise<void>;
  /**
   * Handles the jobs of a queue until closed. A failed job is tried again, each time after a longer pause, and is kept
   * as failed when its attempts are used up; a job whose process died is started again elsewhere.
   */
  consume<Name extends QueueName>(
    queue: Name,
    handler: JobHandler<QueueJobs[Name]>,
    options?: ConsumeOptions,
  ): Promise<Consumer>;
  /**
   * Makes a job come back, or changes when or what; a schedule that stands already is left as it is, so that starting
   * again postpones nothing. The next job is added when one begins, so that a time at which no process runs is made up
   * for once. A lost Redis loses its schedules: whoever owns them asks for them again now and then.
   *
   * @throws QueueError `SCHEDULE_INVALID`.
   */
  upsertSchedule<Name extends QueueName>(queue: Name, schedule: Schedule<QueueJobs[Name]>): Promise<void>;
  /** Ends a schedule; a job of it that is running is not stopped. @returns whether there was one. */
  removeSchedule(queue: QueueName, id: string): Promise<boolean>;
  schedules(queue: QueueName): Promise<StandingSchedule[]>;
  counts(queue: QueueName): Promise<QueueCounts>;
  /** The newest failed jobs first. */
  failed<Name extends QueueName>(queue: Name, limit: number): Promise<FailedJob<QueueJobs[Name]>[]>;
  /** Gives every failed job its full number of attempts again. @returns how many. */
  retryFailed(queue: QueueName): Promise<number>;
  /** Redis only: carries the committed jobs over to Redis now. @returns how many. */
  relayOnce?(): Promise<number>;
  /** Closes the consumers that are still open, then every connection. */
  close(): Promise<void>;
}
