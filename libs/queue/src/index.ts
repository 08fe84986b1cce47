export { queueNames } from './job-queues.js';
export type {
  AnyJob,
  ConnectJob,
  Consumer,
  ConsumeOptions,
  EnqueueOptions,
  FailedJob,
  IntakeJob,
  JobContext,
  JobHandler,
  JobQueues,
  MailJob,
  PublishJob,
  QueueCounts,
  QueueJobs,
  QueueName,
  Recurrence,
  Schedule,
  StandingSchedule,
  TransactionClient,
} from './job-queues.js';
export { migrateQueues } from './migrate-queues.js';
export type { MigrationClient } from './migrate-queues.js';
export { jobWriter } from './job-writer.js';
export type { JobWriter } from './job-writer.js';
export { openJobQueues } from './open-job-queues.js';
export type { JobQueuesOptions } from './open-job-queues.js';
export { QueueError } from './queue-error.js';
export type { QueueErrorCode } from './queue-error.js';
export { defaultTiming } from './queue-timing.js';
export type { QueueTiming } from './queue-timing.js';
export { reachRedis } from './redis/reach-redis.js';
