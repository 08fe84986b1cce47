import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A loaded machine takes its time to start a database. */
const PATIENCE_MS = 90_000;

const C7 = join(process.cwd(), 'bin', 'c7.js');

/** A running `c7`, at the head of a process group of its own. */
export interface C7 {
  readonly child: ChildProcess;
  readonly output: () => { readonly out: string; readonly err: string };
  /** Resolves with the exit code, or with the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Resolves when standard error or output has the text. */
  says(text: string): Promise<void>;
  /** Sends a signal to the whole group. */
  signal(name: NodeJS.Signals): void;
}

export function startC7(...args: readonly string[]): C7 {
  return follow(spawn(process.execPath, [C7, ...args], { detached: true, env: plainEnvironment() }));
}

/** The product as `npm start` runs it. */
export function startProduct(...args: readonly string[]): C7 {
  const program = join(process.cwd(), 'scripts', 'start.js');
  return follow(spawn(process.execPath, [program, ...args], { detached: true, env: plainEnvironment() }));
}

/** Runs shell commands in one process group; `$C7` stands for the program. */
export function startShell(script: string): C7 {
  const env = { ...plainEnvironment(), C7: `${process.execPath} ${C7}` };
  return follow(spawn('sh', ['-c', script], { detached: true, env }));
}

export async function runC7(...args: readonly string[]) {
  const running = startC7(...args);
  return { code: await running.ended, ...running.output() };
}

/** Runs shell commands to their end, from a folder; `$C7` stands for the program. */
export async function runShell(folder: string, script: string) {
  const running = startShell(`cd '${folder}' || exit 9\n${script}`);
  return { code: await running.ended, ...running.output() };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

function follow(child: ChildProcess): C7 {
  let out = '';
  let err = '';
  child.stdout!.on('data', (text: Buffer) => (out += String(text)));
  child.stderr!.on('data', (text: Buffer) => (err += String(text)));
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const says = async (text: string) => {
    let over = false;
    void ended.then(() => (over = true));
    const deadline = Date.now() + PATIENCE_MS;
    while (!`${out}${err}`.includes(text)) {
      if (over || Date.now() > deadline) throw new Error(`c7 has not said «${text}»:\n${out}${err}`);
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  };
  const signal = (name: NodeJS.Signals) => {
    process.kill(-child.pid!, name);
  };
  return { child, output: () => ({ out, err }), ended, says, signal };
}

function plainEnvironment(): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _database,
    REDIS_URL: _redis,
    PUBLIC_URL: _public,
    NODE_OPTIONS: _options,
    ...rest
  } = process.env;
  return rest;
}
