import { openPlatform, type OpenPlatform } from '#publishing';
import { loadSettings } from '#settings';

/** The option of every command that needs the store. */
export const DATA_DIR = { 'data-dir': { type: 'string', default: '.data' } } as const;

/**
 * Opens the store for the duration of some work: the server that the settings name, or the embedded one of the data
 * folder, joined when it is running and started when it is not.
 *
 * @param onError told of errors that the queues recover from by themselves.
 */
export async function withPlatform<Result>(
  dataDir: string,
  work: (open: OpenPlatform) => Promise<Result>,
  onError: (error: Error) => void = (error) => process.stderr.write(`c7: cola: ${error.message}\n`),
): Promise<Result> {
  const settings = loadSettings();
  const open = await openPlatform({
    settings,
    dataDir,
    publicUrl: settings.publicUrl ?? 'http://localhost:3000',
    onError,
  });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}
