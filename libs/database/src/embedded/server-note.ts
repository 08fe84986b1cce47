import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { kernelAndPidNamespace } from './process-identity.js';

/** What `postgres.json` in the data folder says, so that every later command finds the same server. */
export interface ServerNote {
  /** `.` for the data folder itself, else an absolute path. */
  readonly home: string;
  /** The folder of the socket when the server was last started; it is used again while it can be. */
  readonly sockets: string;
  readonly version: string;
  /** Where the server was last started, by which one in another container is recognised. */
  readonly startedIn: ReturnType<typeof kernelAndPidNamespace>;
}

/** A file that is no note is as good as none: where the cluster lies follows from the data folder's path too. */
export async function readServerNote(dataDir: string): Promise<ServerNote | undefined> {
  try {
    const note: Partial<ServerNote> = JSON.parse(await readFile(noteFile(dataDir), 'utf8'));
    return note.home && note.sockets && note.startedIn ? (note as ServerNote) : undefined;
  } catch {
    return undefined;
  }
}

/** Replaced by renaming, so that nobody ever reads half of it. */
export async function writeServerNote(dataDir: string, note: ServerNote): Promise<void> {
  const temporary = `${noteFile(dataDir)}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(note, undefined, 2)}\n`);
  await rename(temporary, noteFile(dataDir));
}

function noteFile(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}
