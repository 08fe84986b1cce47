import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goAfterOthers } from '#database';
import type { ReaderOrder, ReaderReply } from './reader-process.js';

export interface ReaderLimits {
  readonly memoryMegabytes: number;
  readonly timeoutMs: number;
}

/** How an order ended. `memory`, `time`: its reader was ended for passing the limit; `stopped`: it was asked to. */
export type ReaderEnd = ReaderReply | { readonly outcome: 'memory' | 'time' | 'stopped' };

/** Begins the names of the folders that readers put their temporary files in. */
export const READER_PREFIX = 'c7-intake-';

/** A reader takes a second or two to load what it needs: it waits so long for another order. */
const IDLE_MS = 60_000;

/** On a machine that has much else to do. What the file itself takes is limited apart. */
const START_MS = 120_000;

interface Reader {
  readonly child: ChildProcess;
  readonly memoryMegabytes: number;
  /** Settles when it is loaded, or gone. */
  readonly started: Promise<boolean>;
}

const idle: Reader[] = [];

/**
 * Does one order in a process of its own, whose memory and time are limited, and which can be ended at any moment:
 * whatever the file holds, this process and its other requests go on. A reader that passed a limit, or failed, does no
 * other order.
 *
 * @param signal ends it
 */
export async function runReader(order: ReaderOrder, limits: ReaderLimits, signal: AbortSignal): Promise<ReaderEnd> {
  const reader = takeIdle(limits) ?? (await startReader(limits));
  if (!(await isReady(reader, signal))) {
    await kill(reader.child);
    return signal.aborted ? { outcome: 'stopped' } : { outcome: 'error', message: 'The reader did not start.' };
  }
  const end = await untilEnd(reader.child, order, limits, signal);
  if (end.outcome === 'done' || end.outcome === 'lost' || end.outcome === 'fault') keep(reader);
  else await kill(reader.child);
  return end;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** A reader runs compiled code only: from the sources, as tests do, it is that of the build. */
const PLACES = ['./', '../../../../dist/libs/publishing/src/intake/'];
const PROGRAM = PLACES.map((place) => join(HERE, place, 'reader-process.js'));

/** With a folder of its own for temporary files, which goes with it however it ends. */
async function startReader({ memoryMegabytes }: ReaderLimits): Promise<Reader> {
  const scratch = await mkdtemp(join(tmpdir(), READER_PREFIX));
  const child = fork(PROGRAM.find((path) => existsSync(path)) ?? PROGRAM[0]!, {
    execArgv: [`--max-old-space-size=${memoryMegabytes}`],
    env: { ...process.env, TMPDIR: scratch },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'], // a reader that runs out of memory says so at length
  });
  if (child.pid !== undefined) goAfterOthers(child.pid);
  const started = new Promise<boolean>((resolve) => {
    child.once('message', () => resolve(true));
    child.once('exit', () => resolve(false));
    child.once('error', () => resolve(false));
  });
  const reader = { child, memoryMegabytes, started };
  child.on('error', () => {}); // told to whoever awaits an order; nobody awaits an idle reader
  child.once('exit', () => {
    forget(reader);
    void rm(scratch, { recursive: true, force: true }).catch(() => {});
  });
  return reader;
}

/** Loading is not held against the file that it will read. */
async function isReady({ started }: Reader, signal: AbortSignal): Promise<boolean> {
  const given = AbortSignal.any([signal, AbortSignal.timeout(START_MS)]);
  if (given.aborted) return false;
  const up = new Promise<boolean>((resolve) => {
    given.addEventListener('abort', () => resolve(false), { once: true });
  });
  return Promise.race([started, up]);
}

function takeIdle({ memoryMegabytes }: ReaderLimits): Reader | undefined {
  const reader = idle.find((one) => one.memoryMegabytes === memoryMegabytes && one.child.connected);
  if (!reader || !forget(reader)) return undefined;
  reader.child.ref();
  reader.child.channel?.ref();
  return reader;
}

/** Waits for another order without keeping this process alive; with this process it ends. */
function keep(reader: Reader): void {
  if (idle.length > 0) return void kill(reader.child);
  idle.push(reader);
  reader.child.unref();
  reader.child.channel?.unref();
  setTimeout(() => {
    if (forget(reader)) void kill(reader.child);
  }, IDLE_MS).unref();
}

function forget(reader: Reader): boolean {
  const index = idle.indexOf(reader);
  if (index >= 0) idle.splice(index, 1);
  return index >= 0;
}

/** Returns when it is gone, and its connections with it. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGKILL');
  await gone;
}

async function untilEnd(
  child: ChildProcess,
  order: ReaderOrder,
  { timeoutMs }: ReaderLimits,
  signal: AbortSignal,
): Promise<ReaderEnd> {
  const ended = new AbortController();
  try {
    return await new Promise<ReaderEnd>((resolve) => {
      const timer = setTimeout(() => resolve({ outcome: 'time' }), timeoutMs);
      const stop = () => resolve({ outcome: 'stopped' });
      const hear = (reply: unknown) => resolve(reply as ReaderReply);
      const fail = (error: Error) => resolve({ outcome: 'error', message: error.message });
      const exit = (code: number | null, name: string | null) => resolve(endOf(code, name));
      ended.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        child.off('message', hear).off('error', fail).off('exit', exit);
      });
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      child.on('message', hear).on('error', fail).on('exit', exit);
      child.send(order);
    });
  } finally {
    ended.abort();
  }
}

/** V8 aborts at its limit (134 where a signal is told as a number); the system kills when it runs out itself. */
function endOf(code: number | null, signal: string | null): ReaderEnd {
  if (signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134) return { outcome: 'memory' };
  return { outcome: 'error', message: `The reader ended with ${signal ?? code} and without a word.` };
}
