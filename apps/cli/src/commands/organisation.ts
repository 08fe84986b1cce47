import { parseArgs } from 'node:util';
import {
  addOrganisation,
  COMMAND_LINE,
  listOrganisations,
  type Organisation,
  ORGANISATION_KINDS,
  type OrganisationKind,
} from '#access';
import type { Command, ExitCode } from '../command.js';
import { UsageError } from '../usage-error.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

const OPTIONS = {
  ...DATA_DIR,
  json: { type: 'boolean', default: false },
  name: { type: 'string', default: '' },
  kind: { type: 'string' },
} as const;

export const organisation: Command = {
  usage:
    'c7 organisation list [--json] [--data-dir .data]\n' +
    '     c7 organisation add ID --name NOMBRE --kind CLASE\n' +
    `     Clases: ${ORGANISATION_KINDS.join(', ')}. Quien publica se da de alta con «c7 publisher add».`,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [action, id] = positionals;
    const { name, kind } = values;
    if (action === 'list') return list(values['data-dir'], values.json);
    if (action !== 'add') throw new UsageError('organisation lleva «list» o «add».');
    if (!id) throw new UsageError('Falta el ID: minúsculas, cifras y guiones, hasta 63 caracteres.');
    if (kind === 'publisher') throw new UsageError('Quien publica se da de alta con «c7 publisher add».');
    if (!kind) throw new UsageError(`Falta --kind: ${ORGANISATION_KINDS.join(', ')}.`);
    return add(values['data-dir'], { id, name, kind: kind as OrganisationKind });
  },
};

function list(dataDir: string, json: boolean): Promise<ExitCode> {
  return withPlatform<ExitCode>(dataDir, async ({ platform }) => {
    const all = await listOrganisations(platform.dataSource.manager);
    const line = (one: Organisation) => `${one.id}\t${one.kind}\t${one.name}\n`;
    process.stdout.write(json ? `${JSON.stringify(all)}\n` : all.map(line).join(''));
    return 0;
  });
}

function add(dataDir: string, wanted: Organisation): Promise<ExitCode> {
  return withPlatform<ExitCode>(dataDir, async ({ platform }) => {
    await platform.dataSource.transaction((manager) => addOrganisation(manager, COMMAND_LINE, wanted));
    process.stderr.write(`Organización «${wanted.id}» dada de alta.\n`);
    return 0;
  });
}
