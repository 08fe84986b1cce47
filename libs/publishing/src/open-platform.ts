import type { DataSource } from 'typeorm';
import { migrateStore, openDataSource, openEmbeddedServer, yieldToReaders } from '#database';
import { type MigrationClient, migrateQueues, openJobQueues } from '#queue';
import type { Settings } from '#settings';
import { Platform } from './platform.js';
import { loadReferenceSeed } from './reference/load-reference-seed.js';

export interface PlatformOptions {
  readonly settings: Settings;
  /** Folder of the embedded database; not used when the settings name a server. */
  readonly dataDir: string;
  readonly publicUrl: string;
  /** Nobody waits for this process's answers: with the embedded server, those who read go first. */
  readonly background?: boolean;
  /** Told what is going on while the database starts, in words. */
  readonly onProgress?: (message: string) => void;
  /** Told of errors that the queues recover from by themselves. */
  readonly onError?: (error: Error) => void;
}

export interface OpenPlatform {
  readonly platform: Platform;
  /** The store's address, for a connection of one's own. */
  readonly databaseUrl: string;
  /** True when the database is the embedded one of `dataDir`. */
  readonly embedded: boolean;
  /** Closes everything that was opened, the embedded server too when nobody else uses it. */
  close(): Promise<void>;
}

/** Opens the store, brings it to the newest schema, and opens the queues. */
export async function openPlatform(options: PlatformOptions): Promise<OpenPlatform> {
  const { settings, dataDir, onProgress = () => {}, onError = () => {} } = options;
  const report = ({ es }: { readonly es: string }) => onProgress(es);
  const server = settings.databaseUrl ? undefined : await openEmbeddedServer({ dataDir, onProgress: report });
  const databaseUrl = settings.databaseUrl ?? server!.url;
  try {
    const platform = await connect(databaseUrl, options, onError);
    if (server && options.background) await yieldToReaders(platform.dataSource);
    return { platform, databaseUrl, embedded: server !== undefined, close: () => closeAll(platform, server) };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

async function connect(databaseUrl: string, options: PlatformOptions, onError: (error: Error) => void) {
  const { settings, publicUrl } = options;
  const dataSource = await openDataSource(databaseUrl);
  try {
    await migrateStore(dataSource);
    await loadReferenceSeed(dataSource);
    await migrateQueuesOf(dataSource);
    // Every process relays: a command that only enqueues must not leave its jobs behind.
    const queues = await openJobQueues({ databaseUrl, redisUrl: settings.redisUrl, relay: true, onError });
    return new Platform(dataSource, queues, settings, publicUrl);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

async function migrateQueuesOf(dataSource: DataSource): Promise<void> {
  await using runner = dataSource.createQueryRunner();
  await migrateQueues((await runner.connect()) as MigrationClient);
}

async function closeAll(platform: Platform, server: { stop(): Promise<void> } | undefined): Promise<void> {
  await platform.close();
  await server?.stop();
}
