import { parseArgs } from 'node:util';
import { verifyStore } from '#publishing';
import type { Command } from '../command.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

export const verify: Command = {
  usage: 'c7 verify [--json] [--data-dir .data]',
  async run(args) {
    const options = { ...DATA_DIR, json: { type: 'boolean', default: false } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const checks = await withPlatform(values['data-dir'], ({ platform }) => verifyStore(platform.dataSource));
    if (values.json) process.stdout.write(`${JSON.stringify({ ok: checks.every((check) => check.ok), checks })}\n`);
    else {
      for (const { ok, name, looked, faults } of checks) {
        process.stdout.write(`${ok ? 'bien ' : 'FALLA'}  ${name} (${looked})\n`);
        for (const fault of faults) process.stdout.write(`         ${fault}\n`);
      }
    }
    return checks.every((check) => check.ok) ? 0 : 1;
  },
};
