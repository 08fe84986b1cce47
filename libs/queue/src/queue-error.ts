export type QueueErrorCode =
  | 'DATABASE_UNREACHABLE'
  | 'QUEUES_CLOSED'
  | 'QUEUES_NOT_MIGRATED'
  | 'REDIS_UNREACHABLE'
  | 'SCHEDULE_INVALID'
  | 'TOO_MANY_CONSUMERS'
  | 'TRANSACTION_REQUIRED';

/** The queues cannot do what they promise; nothing was enqueued or taken. */
export class QueueError extends Error {
  constructor(
    readonly code: QueueErrorCode,
    message: string,
    readonly remedy: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'QueueError';
  }
}
