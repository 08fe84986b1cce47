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

const READABLE = /\.(json|jsonl|ndjson)(\.gz)?$/i;

/**
 * The files that a path stands for: itself, or every JSON file below a folder, in the order of their names. Links
 * inside a folder are not followed, so a folder never reaches outside itself.
 *
 * @throws FileError FILE_MISSING, FILE_UNREADABLE or, for a folder without JSON files, NO_FILES.
 */
export async function findSourceFiles(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new FileError('FILE_MISSING', 'No existe.', 'Revisar la ruta.')
      : new FileError('FILE_UNREADABLE', `No se puede abrir: ${error.message}.`, 'Revisar los permisos.');
  });
  if (!found.isDirectory()) return [path];
  const files = await filesBelow(path);
  if (files.length > 0) return files;
  throw new FileError('NO_FILES', 'La carpeta no tiene archivos .json, .jsonl ni .json.gz.', 'Indicar otra carpeta.');
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && READABLE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
