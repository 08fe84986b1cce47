import { constants, createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { IngestError } from '#publishing';
import { tooLarge } from '#outbound';
import { signatureOf } from './signature.js';

/**
 * Copies a file to where nobody else writes. A link that took its place is not followed.
 *
 * @param signature what the file is known to be.
 * @returns `changed` when it is, or meanwhile became, another one; an error when it cannot be read or is too large.
 */
export async function copyOut(
  from: string,
  to: string,
  signature: string,
  maxBytes: number,
): Promise<'copied' | 'changed' | Error> {
  try {
    await using file = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const before = await file.stat();
    if (!before.isFile() || signatureOf(before) !== signature) return 'changed';
    if (before.size > maxBytes) return tooLarge(maxBytes);
    await rm(to, { force: true });
    const source = file.createReadStream({ autoClose: false, end: Math.max(0, before.size) });
    await pipeline(source, createWriteStream(to, { flags: 'wx', mode: 0o600 }));
    return signatureOf(await file.stat()) === signature ? 'copied' : 'changed';
  } catch (error) {
    return faultOf(error as NodeJS.ErrnoException);
  }
}

/** What is about the one file; a full disk is about all of them. */
function faultOf(error: NodeJS.ErrnoException): 'changed' | Error {
  if (error.code === 'ENOENT' || error.code === 'ELOOP') return 'changed';
  if (error.code !== 'EACCES' && error.code !== 'EPERM' && error.code !== 'EIO') throw error;
  return new IngestError('FILE_UNREADABLE', `No se puede leer: ${error.message}.`, 'Revisar los permisos.');
}
