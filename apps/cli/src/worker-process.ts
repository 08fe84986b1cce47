import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Log } from '#monitoring';

/** The program, whatever started this one: `bin/c7.js`, `npm start` and containers each have their own way in. */
const PROGRAM = fileURLToPath(new URL('./start.js', import.meta.url));

/** What a worker tells the process that started it, once it serves. */
export const WORKER_READY = 'ready';

const RESTART_AFTER_MS = 1_000;
const MOST_WAIT_MS = 60_000;
/** Longer than any job takes to end or to be given up. */
const STOP_MS = 30_000;

/** The worker did not come up. */
export class WorkerError extends Error {
  readonly code = 'WORKER_FAILED';
  readonly remedy = 'Leer lo que dijo antes de terminar; «c7 worker» lo ejecuta solo.';
}

export interface WorkerProcess extends AsyncDisposable {
  /** Asks it to end its jobs and stop, and returns when it is gone. */
  close(): Promise<void>;
}

export interface WorkerOptions {
  readonly dataDir: string;
  readonly log: Log;
}

/**
 * Runs `c7 worker` in a process of its own, so that what is published keeps nobody waiting who reads, and returns once it
 * serves. Where it ends by itself it is started again, after a second, then two, up to a minute; it ends with this process.
 *
 * @throws WorkerError when it ends before it serves for the first time.
 */
export async function startWorkerProcess(options: WorkerOptions): Promise<WorkerProcess> {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = RESTART_AFTER_MS;
  let child = start(options);
  await isReady(child);
  const restartWhenGone = () => {
    child.once('message', () => (waitMs = RESTART_AFTER_MS));
    child.once('exit', (code, signal) => {
      if (stopping) return;
      options.log.error('El proceso de publicación terminó; se inicia otra vez.', { code: code ?? signal });
      timer = setTimeout(() => {
        child = start(options);
        restartWhenGone();
      }, waitMs);
      waitMs = Math.min(waitMs * 2, MOST_WAIT_MS);
    });
  };
  restartWhenGone();
  const close = async () => {
    stopping = true;
    clearTimeout(timer);
    await end(child);
  };
  return { close, [Symbol.asyncDispose]: close };
}

function start({ dataDir }: WorkerOptions): ChildProcess {
  return fork(PROGRAM, ['worker', '--data-dir', dataDir], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function isReady(child: ChildProcess): Promise<void> {
  await new Promise<void>((done, fail) => {
    child.once('message', () => done());
    child.once('error', fail);
    child.once('exit', (code, signal) =>
      fail(new WorkerError(`El proceso de publicación terminó antes de servir (${code ?? signal}).`)),
    );
  });
}

/** By the channel, not by a signal: Ctrl-C has reached it already, and a second one would cut its jobs short. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => {
    child.once('exit', done);
  });
  if (child.connected) child.disconnect();
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(late);
}
