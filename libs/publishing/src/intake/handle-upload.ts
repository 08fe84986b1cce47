import type { DataSource, DataSourceOptions } from 'typeorm';
import type { JobQueues } from '#queue';
import type { Settings } from '#settings';
import { claimUpload, endWith, isWanted, takeBackAttempt } from './claim-upload.js';
import type { Examination } from './examine-upload.js';
import type { ReaderOrder } from './reader-process.js';
import { type ReaderEnd, runReader } from './run-reader.js';
import { tooLong, tooMuchMemory } from './upload-fault.js';
import { tryUploadLock } from './upload-lock.js';

export interface IntakeDependencies {
  readonly dataSource: DataSource;
  readonly queues: JobQueues;
  readonly settings: Pick<Settings, 'personalData' | 'uploadTimeoutMs' | 'uploadMemoryMegabytes'>;
}

/** The process is stopping: another one, or the next start, reads the upload. */
export class IntakeInterrupted extends Error {
  override readonly name = 'IntakeInterrupted';
}

const LOOK_EVERY_MS = 1_000;

/**
 * Does what an upload waits for: a check, or taking it in. May be called twice for one upload, at the same time too.
 *
 * @param stopping ends the reading, which is then begun again by whoever is asked next
 * @throws IntakeInterrupted; what the store throws when it is away; a mistake of ours
 */
export async function handleUpload(
  dependencies: IntakeDependencies,
  uploadId: string,
  stopping: AbortSignal,
): Promise<void> {
  const { dataSource, settings } = dependencies;
  await using lock = await tryUploadLock(dataSource, uploadId);
  if (!lock) return;
  const examination = await claimUpload(dataSource, uploadId);
  if (!examination) return;
  const order = orderOf(dependencies, examination);
  const limits = { memoryMegabytes: settings.uploadMemoryMegabytes, timeoutMs: settings.uploadTimeoutMs };
  await using watch = watchFor(dataSource, examination, stopping);
  const end = await runReader(order, limits, watch.signal);
  await settle(dependencies, examination, end, stopping);
}

async function settle(
  { dataSource, settings }: IntakeDependencies,
  examination: Examination,
  end: ReaderEnd,
  stopping: AbortSignal,
): Promise<void> {
  // What was confirmed had been read before: its readers are not to blame.
  const state = examination.step === 'check' || !(await hasPreview(dataSource, examination)) ? 'refused' : 'failed';
  const refuse = (fault: Parameters<typeof endWith>[3]) => endWith(dataSource, examination, state, fault);
  if (end.outcome === 'fault') return void (await refuse(end.fault));
  if (end.outcome === 'time') return void (await refuse(tooLong(settings.uploadTimeoutMs / 1_000)));
  if (end.outcome === 'memory') return void (await refuse(tooMuchMemory(settings.uploadMemoryMegabytes)));
  if (end.outcome === 'error') throw new Error(end.message);
  if (end.outcome !== 'stopped' || !stopping.aborted) return;
  await takeBackAttempt(dataSource, examination);
  throw new IntakeInterrupted('The reading was interrupted.');
}

async function hasPreview(dataSource: DataSource, { uploadId }: Examination): Promise<boolean> {
  const rows = (await dataSource.query('SELECT 1 FROM upload WHERE id = $1 AND preview IS NOT NULL', [
    uploadId,
  ])) as unknown[];
  return rows.length > 0;
}

/** Aborts when the process stops, and soon after the upload is cancelled. */
function watchFor(dataSource: DataSource, examination: Examination, stopping: AbortSignal) {
  const cancelled = new AbortController();
  const look = async () => {
    if (!(await isWanted(dataSource, examination))) cancelled.abort();
  };
  const timer = setInterval(() => void look().catch(() => {}), LOOK_EVERY_MS);
  return {
    signal: AbortSignal.any([stopping, cancelled.signal]),
    [Symbol.asyncDispose]: async () => clearInterval(timer),
  };
}

/** What a reader has to know to work beside this process. */
export function orderOf({ dataSource, queues, settings }: IntakeDependencies, task: ReaderOrder['task']): ReaderOrder {
  const { personalData } = settings; // only what a reader can be sent
  return { task, databaseUrl: urlOf(dataSource), backend: queues.backend, settings: { personalData } };
}

function urlOf({ options }: DataSource): string {
  return (options as Extract<DataSourceOptions, { readonly type: 'postgres' }>).url!;
}
