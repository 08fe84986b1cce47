import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a file in a new temporary folder; text and bytes go as they are, anything else as JSON. Returns its path. */
export async function writeInput(content: unknown, name = 'entrada.json'): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'c7-input-')), name);
  const asIs = typeof content === 'string' || content instanceof Uint8Array;
  await writeFile(path, asIs ? content : JSON.stringify(content));
  return path;
}
