import { openPlatform, type OpenPlatform } from '#publishing';
import { loadSettings } from '#settings';
import { lastAddress } from './claim-instance.js';

/** The option of every command that needs the store. */
export const DATA_DIR = { 'data-dir': { type: 'string', default: '.data' } } as const;

export interface WithPlatformOptions {
  /** Somebody waits for each answer; else those who read go first. */
  readonly serves?: boolean;
  /** Told of errors that the queues recover from by themselves. */
  readonly onError?: (error: Error) => void;
}

const tellError = (error: Error) => void process.stderr.write(`c7: cola: ${error.message}\n`);

/**
 * Opens the store for the duration of some work: the server that the settings name, or the embedded one of the data
 * folder, joined when it is running and started when it is not.
 */
export async function withPlatform<Result>(
  dataDir: string,
  work: (open: OpenPlatform) => Promise<Result>,
  { serves = false, onError = tellError }: WithPlatformOptions = {},
): Promise<Result> {
  const settings = loadSettings();
  const publicUrl = settings.publicUrl ?? (await lastAddress(dataDir)) ?? 'http://localhost:3000';
  const open = await openPlatform({ settings, dataDir, publicUrl, background: !serves, onError });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}
