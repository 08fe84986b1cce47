import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A path of the command line cannot be used. */
export class FileError extends Error {
  constructor(
    readonly code: 'FILE_MISSING' | 'FILE_UNREADABLE' | 'NO_FILES',
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = 'FileError';
  }
}

const OCDS_FILES = { names: /\.(json|jsonl|ndjson)(\.gz)?$/i, inWords: '.json, .jsonl ni .json.gz' };

/** What can be taken in, spreadsheets too. */
export const INGESTED = {
  names: /\.(json|jsonl|ndjson|csv|xlsx|xls)(\.gz)?$/i,
  inWords: '.json, .jsonl, .csv, .xlsx ni .xls',
};

/**
 * The files that a path stands for: itself, or every file of the wanted kind below a folder, by their names. Links
 * inside a folder are not followed, so a folder never reaches outside itself.
 *
 * @throws FileError FILE_MISSING, FILE_UNREADABLE or, for a folder without such files, NO_FILES.
 */
export async function findSourceFiles(path: string, wanted = OCDS_FILES): Promise<readonly string[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new FileError('FILE_MISSING', 'No existe.', 'Revisar la ruta.')
      : new FileError('FILE_UNREADABLE', `No se puede abrir: ${error.message}.`, 'Revisar los permisos.');
  });
  if (!found.isDirectory()) return [path];
  const files = await filesBelow(path, wanted.names);
  if (files.length > 0) return files;
  throw new FileError('NO_FILES', `La carpeta no tiene archivos ${wanted.inWords}.`, 'Indicar otra carpeta.');
}

async function filesBelow(folder: string, names: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
