import type { DataSource } from 'typeorm';
import type { JobQueues } from '#queue';
import type { Settings } from '#settings';
import type { Resolve, RetryPolicy } from '#outbound';

/** What connectors work with: the open platform, and what a test wants otherwise. */
export interface ConnectorDependencies {
  readonly dataSource: DataSource;
  readonly queues: JobQueues;
  readonly settings: Settings;
  /** Finds the addresses of a host name; the system's resolver unless told. */
  readonly resolve?: Resolve;
  readonly retries?: Partial<RetryPolicy>;
  /** Where secrets are read from by name; the environment of the process unless told. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}
