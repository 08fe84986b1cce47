import { constants, setPriority } from 'node:os';
import type { DataSource } from 'typeorm';

/** What is used here of the pool that TypeORM's driver holds. */
interface Pool {
  on(event: 'connect', listener: (client: { readonly processID?: number }) => void): unknown;
}

/**
 * Lets this process, and what the embedded server does for its connections, go after those who read, where cores are
 * few. It takes no lock that a reader waits for.
 *
 * @param dataSource connected to a server of this machine.
 */
export async function yieldToReaders(dataSource: DataSource): Promise<void> {
  goAfterOthers();
  const pool = (dataSource.driver as unknown as { readonly master: Pool }).master;
  pool.on('connect', ({ processID }) => goAfterOthers(processID ?? 0));
  const [first] = (await dataSource.query('SELECT pg_backend_pid() AS pid')) as { pid: number }[];
  goAfterOthers(first!.pid);
}

/** @param pid a process of this machine; 0: this one. */
export function goAfterOthers(pid = 0): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // a system that does not let us, or a process that is gone: then all are equal
  }
}
