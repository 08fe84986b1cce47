import type { Stats } from 'node:fs';

/** Tells one version of a file from another without reading it. */
export function signatureOf({ ino, size, mtimeMs }: Pick<Stats, 'ino' | 'size' | 'mtimeMs'>): string {
  return `${size}:${mtimeMs}:${ino}`;
}
