import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ThreadOrder, ThreadReply } from './intake-thread.js';

export interface ThreadLimits {
  readonly memoryMegabytes: number;
  readonly timeoutMs: number;
}

/** How an order ended. `memory`, `time`: its thread was ended for passing the limit; `stopped`: it was asked to. */
export type ThreadEnd = ThreadReply | { readonly outcome: 'memory' | 'time' | 'stopped' };

/** Begins the names of the folders that threads put their temporary files in. */
export const THREAD_PREFIX = 'c7-intake-';

/** A thread takes a second or two to load what it needs: it waits so long for another order. */
const IDLE_MS = 60_000;

interface Thread {
  readonly worker: Worker;
  readonly memoryMegabytes: number;
}

const idle: Thread[] = [];

/**
 * Does one order in a thread, whose memory and time are limited, and which can be ended at any moment: whatever the
 * file holds, this thread and other requests go on. A thread that passed a limit, or failed, does no other.
 *
 * @param signal ends it
 */
export async function runThread(order: ThreadOrder, limits: ThreadLimits, signal: AbortSignal): Promise<ThreadEnd> {
  const thread = takeIdle(limits) ?? (await startThread(limits));
  const end = await untilEnd(thread.worker, order, limits, signal);
  if (end.outcome === 'done' || end.outcome === 'lost' || end.outcome === 'fault') keep(thread);
  else await thread.worker.terminate();
  return end;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** A thread runs compiled code only: from the sources, as tests do, it is that of the build. */
const PLACES = ['./', '../../../../dist/libs/publishing/src/intake/'];
const THREAD = PLACES.map((place) => join(HERE, place, 'intake-thread.js'));

/** With a folder of its own for temporary files, which goes with it however it ends. */
async function startThread({ memoryMegabytes }: ThreadLimits): Promise<Thread> {
  const scratch = await mkdtemp(join(tmpdir(), THREAD_PREFIX));
  const worker = new Worker(THREAD.find((path) => existsSync(path)) ?? THREAD[0]!, {
    execArgv: [],
    env: { ...process.env, TMPDIR: scratch },
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 },
  });
  worker.on('error', () => {}); // told to whoever awaits an order; nobody awaits an idle thread
  const thread = { worker, memoryMegabytes };
  worker.once('exit', () => {
    forget(thread);
    void rm(scratch, { recursive: true, force: true }).catch(() => {});
  });
  return thread;
}

function takeIdle({ memoryMegabytes }: ThreadLimits): Thread | undefined {
  const index = idle.findIndex((thread) => thread.memoryMegabytes === memoryMegabytes);
  const [thread] = index < 0 ? [] : idle.splice(index, 1);
  thread?.worker.ref();
  return thread;
}

function keep(thread: Thread): void {
  if (idle.length > 0) return void thread.worker.terminate();
  idle.push(thread);
  thread.worker.unref();
  setTimeout(() => {
    if (forget(thread)) void thread.worker.terminate();
  }, IDLE_MS).unref();
}

function forget(thread: Thread): boolean {
  const index = idle.indexOf(thread);
  if (index >= 0) idle.splice(index, 1);
  return index >= 0;
}

async function untilEnd(
  worker: Worker,
  order: ThreadOrder,
  { timeoutMs }: ThreadLimits,
  signal: AbortSignal,
): Promise<ThreadEnd> {
  const ended = new AbortController();
  try {
    return await new Promise<ThreadEnd>((resolve) => {
      const timer = setTimeout(() => resolve({ outcome: 'time' }), timeoutMs);
      const stop = () => resolve({ outcome: 'stopped' });
      const hear = (reply: ThreadReply) => resolve(reply);
      const fail = (error: Error) => resolve(endOf(error));
      const exit = () => resolve({ outcome: 'error', message: 'The thread ended without a word.' });
      ended.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        worker.off('message', hear).off('error', fail).off('exit', exit);
      });
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      worker.on('message', hear).on('error', fail).on('exit', exit);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
      worker.postMessage(order);
    });
  } finally {
    ended.abort();
  }
}

function endOf(error: Error & { readonly code?: string }): ThreadEnd {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return { outcome: 'memory' };
  return { outcome: 'error', message: error.stack ?? error.message };
}
