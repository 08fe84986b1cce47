import { createPostgresBackend, withBackend } from 'bullmq';

/** BullMQ's classes bound to its PostgreSQL datastore. */
export const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
