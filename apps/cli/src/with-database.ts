import { goAfterOthers, openEmbeddedServer } from '#database';
import { loadSettings } from '#settings';

/**
 * Reaches the database of the settings or of the data folder as it is: nothing is migrated, no queue is opened. Who reads
 * meanwhile goes first.
 */
export async function withDatabase<Result>(dataDir: string, work: (url: string) => Promise<Result>): Promise<Result> {
  goAfterOthers();
  const { databaseUrl } = loadSettings();
  if (databaseUrl !== undefined) return work(databaseUrl);
  const server = await openEmbeddedServer({ dataDir });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}
