import { spawn } from 'node:child_process';
import type { Account } from './server-account.js';

export interface CommandSetting {
  readonly account: Account;
  /** Variables beside the few that are always given; nothing is inherited, so that PG* and LD_* of the caller do not leak in. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface CommandResult {
  /** Undefined when it could not be started or was killed. */
  readonly exitCode: number | undefined;
  readonly output: string;
}

/** Runs a command to its end as the given account, in the root folder (the caller's may be closed to that account). Never throws. */
export function runCommand(command: string, args: readonly string[], setting: CommandSetting): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...spawnSetting(setting), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ exitCode: undefined, output: error.message }));
    child.on('close', (code) => resolve({ exitCode: code ?? undefined, output }));
  });
}

/** Options for `spawn`: the account, the folder, and a bare environment with messages in English. */
export function spawnSetting({ account, environment }: CommandSetting) {
  return {
    cwd: '/',
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', ...environment },
    ...(account.drop ? { uid: account.uid, gid: account.gid } : {}),
  };
}
