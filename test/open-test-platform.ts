import { createTestDatabase } from '#database';
import { openPlatform, type Platform, startPublishing, waitUntilPublished } from '#publishing';
import { readSettings } from '#settings';

/** A platform on a database of its own. */
export interface TestPlatform {
  readonly platform: Platform;
  readonly databaseUrl: string;
  /** Publishes the given processes, and returns when they are. */
  publish(ocids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** @param environment what an operator would set, beside the database. */
export async function openTestPlatform(environment: Readonly<Record<string, string>> = {}): Promise<TestPlatform> {
  const database = await createTestDatabase();
  const settings = readSettings({ ...environment, DATABASE_URL: database.url });
  const open = await openPlatform({ settings, dataDir: '', publicUrl: 'https://compras.example' });
  const { platform } = open;
  return {
    platform,
    databaseUrl: database.url,
    publish: (ocids) => publish(platform, ocids),
    close: async () => {
      await open.close();
      await database.drop();
    },
  };
}

async function publish(platform: Platform, ocids: readonly string[]): Promise<void> {
  const publishing = await startPublishing(platform, () => {});
  await waitUntilPublished(platform.dataSource, ocids);
  await publishing.stop();
}
