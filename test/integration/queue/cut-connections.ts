import type { TestQueues } from './test-queues.js';

/** Ends every connection of the queues as a restart of the server or a firewall would. */
export async function cutConnections({ dataSource, redis }: TestQueues): Promise<void> {
  await dataSource.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await redis?.admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
}
