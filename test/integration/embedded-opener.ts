import { transformFileSync } from '@swc/core';
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { readPostmaster } from '../../libs/database/src/embedded/read-postmaster.js';

/** What a process that opens the embedded server tells, a line each. */
export type Told =
  | { readonly event: 'progress'; readonly step: string }
  | { readonly event: 'open'; readonly url: string; readonly started: string; readonly sockets: string }
  | {
      readonly event: 'failed';
      readonly code: string;
      readonly message: string;
      readonly name: string;
      readonly remedy: string;
    }
  | { readonly event: 'stopped'; readonly milliseconds: number }
  | { readonly event: 'exit' };

export interface Opener {
  readonly process: ChildProcess;
  /** Waits until it has told of such an event. */
  told<Event extends Told['event']>(event: Event): Promise<Extract<Told, { event: Event }>>;
  /** Has it stop the server; it stays alive. */
  stop(): Promise<number>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

export interface OpenerSetting {
  readonly dataDir: string;
  readonly user?: number;
  readonly options?: object;
  readonly environment?: Readonly<Record<string, string>>;
  /** Run by another command: `['unshare', '--pid']`. */
  readonly under?: readonly string[];
}

/** A folder in which openers of any account can run the present sources, and in which their data folders may lie. */
export interface Workshop {
  readonly folder: string;
  open(setting: OpenerSetting): Opener;
  /** A new empty folder, given to a user. */
  dataDir(name: string, user?: number): string;
  clear(): Promise<void>;
}

const SOURCES = resolve('libs/database/src/embedded');
const NOBODY = 65534;

const OPENER = `
import { createInterface } from 'node:readline';
import { openEmbeddedServer } from './open-embedded-server.js';
const tell = (told) => process.stdout.write(JSON.stringify(told) + '\\n');
process.on('SIGINT', () => undefined);
try {
  const options = JSON.parse(process.argv[2]);
  const server = await openEmbeddedServer({ ...options, onProgress: ({ step }) => tell({ event: 'progress', step }) });
  tell({ event: 'open', url: server.url, started: server.started, sockets: server.connection.host });
  for await (const command of createInterface({ input: process.stdin })) {
    if (command !== 'stop') break;
    const before = performance.now();
    await server.stop();
    tell({ event: 'stopped', milliseconds: performance.now() - before });
  }
} catch (error) {
  tell({ event: 'failed', name: error.name, code: error.code, message: error.message, remedy: error.remedy?.es });
}
`;

export const isRoot = process.geteuid?.() === 0;

/** An ordinary account to run as: nobody for root, else one's own. */
export const ordinaryUser = isRoot ? NOBODY : undefined;

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'c7-spec-'));
  chmodSync(folder, 0o755);
  compileInto(folder);
  const openers: Opener[] = [];
  return {
    folder,
    open: (setting) => {
      const opener = startOpener(folder, setting);
      openers.push(opener);
      return opener;
    },
    dataDir: (name, user) => makeDataDir(join(folder, name), user),
    clear: async () => {
      await Promise.all(openers.map((opener) => opener.kill()));
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}

function compileInto(folder: string): void {
  for (const name of readdirSync(SOURCES).filter((file) => /(?<!\.spec)\.ts$/.test(file)))
    writeFileSync(
      join(folder, name.replace(/ts$/, 'js')),
      transformFileSync(join(SOURCES, name), { sourceMaps: false }).code,
    );
  writeFileSync(join(folder, 'opener.js'), OPENER);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
}

function makeDataDir(path: string, user: number | undefined): string {
  mkdirSync(path, { recursive: true });
  if (user !== undefined) chownSync(path, user, user);
  return path;
}

function startOpener(folder: string, { dataDir, user, options, environment, under = [] }: OpenerSetting): Opener {
  const [command, ...args] = [...under, process.execPath, join(folder, 'opener.js')];
  const child = spawn(
    command!,
    [...args, JSON.stringify({ disposable: true, timeoutMs: 40_000, dataDir, ...options })],
    {
      cwd: '/',
      detached: true,
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
      ...(user === undefined ? {} : { uid: user, gid: user }),
    },
  );
  const told = collect(child);
  return {
    process: child,
    told: (event) => waitFor(told, event),
    stop: async () => {
      child.stdin.write('stop\n');
      return (await waitFor(told, 'stopped')).milliseconds;
    },
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal);
      await waitFor(told, 'exit');
    },
  };
}

interface Ledger {
  readonly events: Told[];
  readonly news: EventEmitter;
}

function collect(child: ChildProcess): Ledger {
  const ledger: Ledger = { events: [], news: new EventEmitter() };
  const add = (told: Told): void => {
    ledger.events.push(told);
    ledger.news.emit('told');
  };
  createInterface({ input: child.stdout! }).on('line', (line) => add(JSON.parse(line)));
  child.on('close', () => add({ event: 'exit' }));
  return ledger;
}

/** The event is taken out of the ledger, so that the same one can be waited for again; the end of the process stays. */
async function waitFor<Event extends Told['event']>(
  ledger: Ledger,
  event: Event,
): Promise<Extract<Told, { event: Event }>> {
  for (;;) {
    const at = ledger.events.findIndex((told) => told.event === event);
    const found = ledger.events[at] as Extract<Told, { event: Event }> | undefined;
    if (found && event !== 'exit') ledger.events.splice(at, 1);
    if (found) return found;
    const end = ledger.events.find((told) => told.event === 'failed' || told.event === 'exit');
    if (end && event !== 'exit') throw new Error(`the opener did not tell "${event}" but ${JSON.stringify(end)}`);
    await once(ledger.news, 'told');
  }
}

export async function connect(url: string): Promise<Client> {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export async function ask(url: string, query: string): Promise<unknown> {
  const client = await connect(url);
  const { rows } = await client.query<Record<string, unknown>>(query);
  await client.end();
  return Object.values(rows[0] ?? {})[0];
}

/** Nothing of a server is left, its folder in the temporary folder included, after five seconds at most. */
export async function expectAbsentSoon(folder: string, sockets = ''): Promise<void> {
  const left = async () => ({
    server: (await readPostmaster(join(folder, 'postgres'))).state,
    sockets: existsSync(sockets),
  });
  const nothing = { server: 'absent', sockets: false };
  for (let tries = 0; tries < 100 && JSON.stringify(await left()) !== JSON.stringify(nothing); tries++) await pause(50);
  expect(await left()).toEqual(nothing);
}
