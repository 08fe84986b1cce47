import { parseArgs } from 'node:util';
import { verifyStore } from '#publishing';
import type { LogHead } from '#tracker';
import { verifyTracker } from '#tracking';
import type { Command } from '../command.js';
import { UsageError } from '../usage-error.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

export const verify: Command = {
  usage:
    'c7 verify [--json] [--log-head PLAN=RENGLÓN:HUELLA]… [--data-dir .data]\n' +
    '  --log-head: el final del registro del seguimiento como se publicó; descubre los renglones que se hayan cortado.',
  async run(args) {
    const options = {
      ...DATA_DIR,
      json: { type: 'boolean', default: false },
      'log-head': { type: 'string', multiple: true, default: [] as string[] },
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    const heads = new Map(values['log-head'].map(readHead));
    const checks = await withPlatform(values['data-dir'], async ({ platform: { dataSource } }) => [
      ...(await verifyStore(dataSource)),
      ...(await verifyTracker(dataSource, heads)),
    ]);
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

function readHead(text: string): [string, LogHead] {
  const [, plan, seq, hash] = /^([a-z0-9.-]+)=(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!plan || !hash) throw new UsageError('--log-head lleva PLAN=RENGLÓN:HUELLA.');
  return [plan, { seq: Number(seq), hash }];
}
