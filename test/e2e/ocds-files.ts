import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { examplePackage, exampleRelease } from '../example-releases.js';

/** Whole, readable and valid. */
export const GOOD = 'good.json';

/** What cannot be read, each with what is said of it. */
export const UNREADABLE = {
  'missing.json': 'No existe.',
  'page.html': 'Parece una página HTML, no JSON.',
  'other.json': 'Es JSON, pero no OCDS:',
  'empty.json': 'El archivo está vacío.',
  'bare-folder': 'La carpeta no tiene archivos .json, .jsonl ni .json.gz.',
} as const;

/** Writes one file of every kind that a command may meet into a new folder. @returns the path of that folder. */
export async function writeOcdsFiles(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'c7-e2e-'));
  await mkdir(join(folder, 'bare-folder'));
  await mkdir(join(folder, 'folder'));
  const files = contents();
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
  return folder;
}

/** How many releases `many.jsonl` has: more than a pipe holds. */
export const MANY = 3000;

function contents(): Readonly<Record<string, string | Uint8Array>> {
  const packed = (...numbers: readonly number[]) =>
    JSON.stringify(examplePackage(numbers.map((n) => exampleRelease(n))));
  return {
    [GOOD]: packed(1, 2),
    'good.json.gz': gzipSync(packed(1, 2)),
    'windows.json': Buffer.from(packed(1), 'latin1'),
    'page.html': '<!doctype html><title>Acceso</title>',
    'other.json': '{"rows":[1,2]}',
    'empty.json': '',
    'cut.json': packed(1, 2).slice(0, -40),
    'folder/1.json': packed(3),
    'folder/2.json': '<!doctype html>',
    'folder/3.jsonl': JSON.stringify(exampleRelease(4)),
    'folder/notes.txt': 'no se lee',
    'many.jsonl': Array.from({ length: MANY }, (_, n) => `${JSON.stringify(exampleRelease(n))}\n`).join(''),
  };
}

/** The values of JSON Lines. */
export function linesOf(text: string): readonly Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
