import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type SftpClient from 'ssh2-sftp-client';
import { OutboundError, tooLarge } from '#outbound';
import type { Run, RunKind, Taken } from '../run/run.js';
import { safeFileName } from './file-name.js';
import { filesAtRest, isUnfinishedName } from './settle.js';
import { type OpenSftp, openSftp, sftpFailed } from './open-sftp.js';

/**
 * Takes the files at rest in a folder of an SFTP server whose version, told by size and date, is not known yet. Nothing
 * is changed on the server: the drop may be read-only, and tidying up is for those who fill it.
 */
export const runSftp: RunKind<'sftp'> = async (run) => {
  const { path, settleSeconds } = run.connector.config;
  await using sftp = await openSftp(run);
  const list = () => newFiles(run, sftp, path);
  const files = await filesAtRest(list, settleSeconds, run.signal);
  for (const [name, signature] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    run.signal.throwIfAborted();
    await run.remember(name, signature, await takeFile(run, sftp.client, name, signature));
  }
};

async function newFiles(run: Run<'sftp'>, sftp: OpenSftp, path: string): Promise<ReadonlyMap<string, string>> {
  const entries = await sftp.answer(sftp.client.list(path));
  const found = new Map<string, string>();
  for (const { type, name, size, modifyTime } of entries) {
    // A name is what the server says; one with a path in it would reach outside the folder.
    if (type !== '-' || isUnfinishedName(name) || /[/\\\0]/.test(name)) continue;
    const signature = `${size}:${modifyTime}`;
    if ((await run.knownSignature(name)) !== signature) found.set(name, signature);
  }
  return found;
}

async function takeFile(run: Run<'sftp'>, client: SftpClient, name: string, signature: string): Promise<Taken> {
  const copy = join(run.scratch, safeFileName(name));
  try {
    await copyDown(run, client, name, copy, Number(signature.split(':')[0]));
  } catch (error) {
    if (!(error instanceof OutboundError) || error.code !== 'TOO_LARGE') throw error;
    return run.refuse(error);
  }
  const taken = await run.take(copy);
  await rm(copy, { force: true });
  return taken;
}

async function copyDown(run: Run<'sftp'>, client: SftpClient, name: string, to: string, size: number): Promise<void> {
  if (size > run.maxBytes) throw tooLarge(run.maxBytes);
  let bytes = 0;
  const counted = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length;
      done(bytes > run.maxBytes ? tooLarge(run.maxBytes) : null, piece);
    },
  });
  const source = client.createReadStream(`${run.connector.config.path.replace(/\/+$/, '')}/${name}`);
  const signal = AbortSignal.any([run.signal, AbortSignal.timeout(run.timeoutMs)]);
  await pipeline(source, counted, createWriteStream(to), { signal }).catch(sftpFailed);
  if (bytes !== size) sftpFailed(new Error(`${name} llegó con ${bytes} bytes de ${size}`));
}
