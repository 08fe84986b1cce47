import { readFile, stat } from 'node:fs/promises';
import { isJsonObject, type JsonObject } from '#ocds';
import { findSourceFiles } from './find-source-files.js';
import { UsageError } from './usage-error.js';

/** A package is held whole; a longer text would not fit in one string. */
const LARGEST_MIB = 256;

/** The packages in files and folders: one per file, or one per line, in UTF-8. @throws UsageError for what is neither. */
export async function* readPackages(paths: readonly string[]): AsyncGenerator<JsonObject> {
  for (const path of paths) {
    for (const file of await findSourceFiles(path)) yield* packagesIn(file, await readText(file));
  }
}

async function readText(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size <= LARGEST_MIB * 2 ** 20) return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  throw new UsageError(
    `${file} pasa de ${LARGEST_MIB} MiB. Las publicaciones de un archivo de cualquier tamaño: c7 package releases --size N.`,
  );
}

function packagesIn(file: string, text: string): readonly JsonObject[] {
  const whole = parse(text);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const found = whole === undefined ? lines.map(parse) : [whole].flat();
  if (found.length > 0 && found.every(isJsonObject)) return found as readonly JsonObject[];
  throw new UsageError(`${file} no es JSON ni tiene un paquete por línea.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
