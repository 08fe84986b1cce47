import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { transformFile } from '@swc/core';

/** Scripts that a process of their own can run against the compiled queue library. */
export interface QueueProcesses {
  /** @param script an ES module; `./queue/index.js` is the library. */
  run(script: string, argument: unknown): Promise<ChildProcess>;
  /** Kills what still runs. */
  remove(): Promise<void>;
}

export async function compileQueueProcesses(): Promise<QueueProcesses> {
  const folder = await mkdtemp(join(tmpdir(), 'queue-process-'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await compile(resolve('libs/queue/src'), join(folder, 'queue'));
  const running: ChildProcess[] = [];
  return {
    async run(script, argument) {
      const file = join(folder, `script-${running.length}.js`);
      await writeFile(file, script);
      const child = fork(file, [JSON.stringify(argument)], { execArgv: [] });
      running.push(child);
      return child;
    },
    async remove() {
      await Promise.all(running.map(kill));
      await rm(folder, { recursive: true });
    },
  };
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

async function compile(source: string, target: string): Promise<void> {
  for (const name of await readdir(source, { recursive: true })) {
    if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
    const file = join(target, name.replace(/ts$/, 'js'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, (await transformFile(join(source, name), { sourceMaps: false })).code);
  }
}
