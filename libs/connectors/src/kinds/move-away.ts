import { lstat, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { signatureOf } from './signature.js';

/**
 * Moves a file that was dealt with into a folder inside its own; never over another one.
 *
 * @param signature of what was dealt with: a file that took its place meanwhile stays, for the next run.
 * @returns where it is now, or undefined where it stayed.
 */
export async function moveAway(
  folder: string,
  name: string,
  into: string,
  signature: string,
): Promise<string | undefined> {
  const from = join(folder, name);
  if (!(await isStill(from, signature))) return undefined;
  const to = await freePlace(join(folder, into), name);
  await rename(from, to);
  if (await isStill(to, signature)) return to;
  // Another file came in between the look and the move. Should yet another have its name by now, it waits as itself.
  await rename(to, await freePlace(folder, name));
  return undefined;
}

async function isStill(path: string, signature: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats !== undefined && signatureOf(stats) === signature;
}

async function freePlace(folder: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const place = join(folder, n === 1 ? name : numbered(name, n));
    const taken = await lstat(place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    if (!taken) return place;
  }
}

/** compras.json → compras (2).json */
function numbered(name: string, n: number): string {
  const dot = name.indexOf('.', 1);
  return dot < 0 ? `${name} (${n})` : `${name.slice(0, dot)} (${n})${name.slice(dot)}`;
}
