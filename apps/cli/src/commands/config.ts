import { parseArgs } from 'node:util';
import { type ExplainedSettings, explainSettings, settingsPage } from '#settings';
import type { Command, ExitCode } from '../command.js';
import { reachServers, type Reached } from '../reach-servers.js';
import { UsageError } from '../usage-error.js';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  connect: { type: 'boolean', default: false },
} as const;

export const config: Command = {
  usage:
    'c7 config check [--json] [--connect] [--config ARCHIVO]\n' +
    '     c7 config page          (la página de todos los ajustes, en Markdown)',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [action, ...more] = positionals;
    if (more.length > 0 || (action !== 'check' && action !== 'page'))
      throw new UsageError('config lleva «check» o «page».');
    if (action === 'check') return check(values);
    process.stdout.write(settingsPage());
    return 0;
  },
};

/** Ends with 1 where something is wrong: the product would not start. */
async function check({ json, connect }: { json: boolean; connect: boolean }): Promise<ExitCode> {
  const explained = explainSettings(process.env, process.cwd());
  const reached = connect && explained.ok ? await reachServers() : [];
  const ok = explained.ok && reached.every((server) => server.ok);
  if (json) process.stdout.write(`${JSON.stringify({ ...explained, ok, ...(connect && { reached }) })}\n`);
  else process.stdout.write(describe(explained, reached, ok));
  return ok ? 0 : 1;
}

function describe({ settings, faults, doubts }: ExplainedSettings, reached: readonly Reached[], ok: boolean): string {
  const width = Math.max(...settings.map(({ name }) => name.length));
  const lines = settings.map(({ name, value, from }) => `${name.padEnd(width)}  ${value ?? '—'}  (${from})`);
  const wrong = [...faults, ...settings.flatMap(({ fault }) => fault ?? [])].map((fault) => `MAL    ${fault}`);
  const maybe = doubts.map((doubt) => `DUDA   ${doubt}`);
  const servers = reached.map(({ name, ok: fine, said }) => `${fine ? 'BIEN' : 'MAL '}   ${name}: ${said}`);
  const verdict = ok ? 'La configuración está bien.' : 'La configuración está mal: el producto no arrancaría así.';
  return `${[...lines, '', ...wrong, ...maybe, ...servers, verdict].join('\n')}\n`;
}
