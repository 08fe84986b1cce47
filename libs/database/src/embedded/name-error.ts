import { EmbeddedServerError } from './embedded-server-error.js';
import type { EmbeddedServerFault } from './embedded-server-faults.js';

const FAULT_OF_CODE: Readonly<Record<string, EmbeddedServerFault>> = {
  EEXIST: 'data-dir-not-a-directory',
  ENOTDIR: 'data-dir-not-a-directory',
  EACCES: 'data-dir-not-writable',
  EPERM: 'data-dir-not-writable',
  EROFS: 'data-dir-not-writable',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EBUSY: 'unsupported-filesystem',
  EXDEV: 'unsupported-filesystem',
  ENOTSUP: 'unsupported-filesystem',
};

/** Gives an error of the file system or the database driver the name that tells a person what to do. */
export function nameError(error: unknown, about: string): EmbeddedServerError {
  if (error instanceof EmbeddedServerError) return error;
  const { code = '', path = about, message } = error as NodeJS.ErrnoException;
  return new EmbeddedServerError(FAULT_OF_CODE[code] ?? 'start-failed', { about: path, log: [message], cause: error });
}

/** PostgreSQL's programs say it in words. */
export function saysDiskFull(output: string): boolean {
  return /No space left on device|Disk quota exceeded/.test(output);
}
