import { access, constants, lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConnectorError } from '../connector-error.js';
import type { Run, RunKind, Taken } from '../run/run.js';
import { copyOut } from './copy-out.js';
import { safeFileName } from './file-name.js';
import { moveAway } from './move-away.js';
import { filesAtRest, isUnfinishedName } from './settle.js';
import { signatureOf } from './signature.js';

/** Where files go once they were dealt with, inside the watched folder: a move within one file system is all or nothing. */
const RECEIVED = 'recibidos';
const FAULTY = 'con-errores';

/**
 * Takes the files of a folder that are at rest, and moves each to `recibidos` or, with a note of the reason beside it,
 * to `con-errores`. A file is moved only after what it holds is safe; a crash in between has it taken again, which
 * changes nothing. Folders and links in it are left alone.
 *
 * @throws ConnectorError `FOLDER_UNUSABLE` before anything was taken.
 */
export const runFolder: RunKind<'folder'> = async (run) => {
  const { path, settleSeconds } = run.connector.config;
  await assertUsable(path);
  const files = await filesAtRest(() => listFiles(path), settleSeconds, run.signal);
  for (const [name, signature] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    run.signal.throwIfAborted();
    await takeFile(run, name, signature);
  }
};

async function assertUsable(path: string): Promise<void> {
  try {
    for (const inner of [RECEIVED, FAULTY]) await mkdir(join(path, inner), { recursive: false }).catch(ifThere);
    for (const place of [path, join(path, RECEIVED), join(path, FAULTY)]) {
      if (!(await lstat(place)).isDirectory()) throw new Error(`${place} no es una carpeta`);
      await access(place, constants.R_OK | constants.W_OK | constants.X_OK);
    }
  } catch (error) {
    throw new ConnectorError(
      'FOLDER_UNUSABLE',
      `No se puede trabajar en la carpeta: ${(error as Error).message}.`,
      'Crear la carpeta y dar permiso de escritura a la cuenta con que corre c7: ahí se mueven los recibidos.',
    );
  }
}

function ifThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function listFiles(path: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (!entry.isFile() || isUnfinishedName(entry.name)) continue;
    const stats = await lstat(join(path, entry.name)).catch(() => undefined);
    if (stats?.isFile()) found.set(entry.name, signatureOf(stats));
  }
  return found;
}

async function takeFile(run: Run<'folder'>, name: string, signature: string): Promise<void> {
  const { path } = run.connector.config;
  const copy = join(run.scratch, safeFileName(name));
  const copied = await copyOut(join(path, name), copy, signature, run.maxBytes);
  if (copied === 'changed') return;
  const taken = copied === 'copied' ? await run.take(copy) : await run.refuse(copied);
  await run.remember(name, signature, taken);
  const moved = await moveAway(path, name, taken.fault ? FAULTY : RECEIVED, signature);
  if (moved && taken.fault) await writeFile(`${moved}.motivo.txt`, reasonOf(taken));
}

function reasonOf({ fault }: Taken): string {
  return `${fault?.message ?? ''}\n${fault?.remedy ?? ''}\n(${fault?.code ?? ''})\n`;
}
