import { parseArgs } from 'node:util';
import { generateProcesses } from '#demo';
import type { Command } from '../command.js';
import { UsageError } from '../usage-error.js';

export const demo: Command = {
  usage: 'c7 demo generate [--processes 600] [--seed 7] > demostracion.jsonl',
  async run(args) {
    const options = { processes: { type: 'string', default: '600' }, seed: { type: 'string', default: '7' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals[0] !== 'generate') throw new UsageError('demo lleva «generate».');
    const processes = wholeNumber('--processes', values.processes);
    for (const release of generateProcesses({ processes, seed: wholeNumber('--seed', values.seed) })) {
      if (!process.stdout.write(`${JSON.stringify(release)}\n`)) await drained();
    }
    return 0;
  },
};

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new UsageError(`${option} lleva un número entero, no «${text}».`);
}

function drained(): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.once('drain', resolve);
  });
}
