import { openDataSource } from '#database';
import { jobWriter, type JobQueues } from '#queue';
import type { Settings } from '#settings';
import { annotateUpload } from './annotate-upload.js';
import { type Examination, examineUpload, ExaminationLost } from './examine-upload.js';
import type { UploadFault } from './upload.js';
import { uploadFault } from './upload-fault.js';

/** The writing of an annotated copy. */
export interface AnnotationTask {
  readonly step: 'annotate';
  readonly uploadId: string;
  readonly out: string;
}

/** What the reader is asked to do. */
export interface ReaderOrder {
  readonly task: Examination | AnnotationTask;
  readonly databaseUrl: string;
  readonly backend: JobQueues['backend'];
  readonly settings: Pick<Settings, 'personalData'>;
}

/** What the reader says at the end; all else it writes to the store. */
export type ReaderReply =
  | { readonly outcome: 'done' | 'lost' }
  | { readonly outcome: 'fault'; readonly fault: UploadFault }
  | { readonly outcome: 'error'; readonly message: string };

/** The first word of a reader: it is loaded, and waits for an order. */
export const READER_READY = 'ready';

/** One for the transaction that reads the file, one for what is noted of it, one to spare. */
const CONNECTIONS = 3;

/** Reads, or annotates, one upload, with connections of its own: who ends this process ends its transaction, and nothing else. */
async function work({ task, databaseUrl, backend, settings }: ReaderOrder): Promise<ReaderReply> {
  const dataSource = await openDataSource(databaseUrl, CONNECTIONS);
  try {
    if (task.step === 'annotate') await annotateUpload(dataSource.manager, task.uploadId, task.out);
    else await examineUpload({ dataSource, queues: jobWriter(backend), settings }, task);
    return { outcome: 'done' };
  } catch (error) {
    if (error instanceof ExaminationLost) return { outcome: 'lost' };
    const fault = uploadFault(error);
    if (fault) return { outcome: 'fault', fault };
    return { outcome: 'error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    await dataSource.destroy();
  }
}

process.on('message', (order: ReaderOrder) => {
  void work(order).then((reply) => process.send!(reply));
});
// Whoever started this process ends it. It hears Ctrl-C too, and must not leave before it is told; alone, it has no use.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
process.once('disconnect', () => process.exit());
process.send!(READER_READY);
