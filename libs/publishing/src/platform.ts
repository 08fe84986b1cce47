import type { DataSource } from 'typeorm';
import type { JobQueues } from '#queue';
import type { Settings } from '#settings';

/** The product's two engines, open, and what the operator set. */
export class Platform {
  constructor(
    readonly dataSource: DataSource,
    readonly queues: JobQueues,
    readonly settings: Settings,
    /** Where the public finds it, without a final slash. */
    readonly publicUrl: string,
  ) {}

  /** Closes queues, then the store. The database server itself belongs to whoever opened it. */
  async close(): Promise<void> {
    await this.queues.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
