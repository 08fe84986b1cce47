import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pass } from 'node:timers/promises';

const C7 = path.resolve('bin/c7.js');

/** A running `c7`, and what it says on standard error. */
export function start(...args) {
  const child = spawn(process.execPath, [C7, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => (said = (said + text).slice(-100_000)));
  const over = once(child, 'close').then(([code]) => code);
  const says = async (text) => {
    while (!said.includes(text)) {
      if (child.exitCode !== null) throw new Error(`c7 ${args[0]} ended with ${child.exitCode}: ${said.slice(-1000)}`);
      await pass(100);
    }
  };
  return { pid: child.pid, over, says, said: () => said, end: () => void child.kill('SIGINT') };
}

/** Runs `c7` to its end. */
export async function c7(...args) {
  const running = start(...args);
  const code = await running.over;
  if (code !== 0) throw new Error(`c7 ${args.join(' ')} ended with ${code}: ${running.said().slice(-1000)}`);
}

/** Files of so many lines each: what is taken in of one is seen when that one is over. */
export async function generate(folder, processes, seed, lines) {
  const args = ['demo', 'generate', '--processes', String(processes), '--seed', String(seed)];
  const child = spawn(process.execPath, [C7, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const files = [];
  let out;
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (count++ % lines === 0) {
      out?.end();
      files.push(path.join(folder, `demo-${seed}-${files.length}.jsonl`));
      out = createWriteStream(files.at(-1));
    }
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out?.end();
  await once(out, 'finish');
  return files;
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
