import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IntakeDependencies, orderOf } from './handle-upload.js';
import { READER_PREFIX, runReader } from './run-reader.js';
import type { Upload } from './upload.js';
import { UploadError } from './upload-error.js';

/** An annotated copy, in a temporary place. Disposing of it deletes it. */
export interface AnnotatedCopy extends AsyncDisposable {
  readonly path: string;
  /** As it is to be saved; plain characters only. */
  readonly fileName: string;
}

const TABLES = new Set(['xlsx', 'xls', 'csv']);

/**
 * A copy of an upload with a note on each cell to mend, made by a reader with the limits of a check.
 *
 * @param upload one that the caller may see
 * @throws UploadError NO_WORKBOOK
 */
export async function annotatedCopy(dependencies: IntakeDependencies, upload: Upload): Promise<AnnotatedCopy> {
  const { preview, state } = upload;
  if (preview === null) throw new UploadError('NO_WORKBOOK', UNREAD.has(state) ? 'aún no se lee' : 'no se pudo leer');
  if (!TABLES.has(preview.format)) throw new UploadError('NO_WORKBOOK', 'no es una hoja de cálculo');
  const folder = await mkdtemp(join(tmpdir(), READER_PREFIX));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'annotated.xlsx');
  try {
    await write(dependencies, upload.id, path);
    return { path, fileName: annotatedName(upload.fileName), [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

const UNREAD = new Set<Upload['state']>(['received', 'checking', 'taking']);

async function write(dependencies: IntakeDependencies, uploadId: string, out: string): Promise<void> {
  const { uploadMemoryMegabytes: memoryMegabytes, uploadTimeoutMs: timeoutMs } = dependencies.settings;
  const order = orderOf(dependencies, { step: 'annotate', uploadId, out });
  const end = await runReader(order, { memoryMegabytes, timeoutMs }, new AbortController().signal);
  if (end.outcome === 'done') return;
  if (end.outcome === 'fault') throw new UploadError('NO_WORKBOOK', end.fault.message.es);
  if (end.outcome === 'error') throw new Error(end.message);
  throw new UploadError('NO_WORKBOOK', 'anotarlo pasa de los límites de la plataforma');
}

function annotatedName(fileName: string): string {
  const stem = fileName.replace(/\.gz$/i, '').replace(/\.(xlsx?|csv)$/i, '');
  const plain = stem
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w.-]+/g, '-')
    .slice(0, 100);
  return `${plain || 'archivo'}-observaciones.xlsx`;
}
