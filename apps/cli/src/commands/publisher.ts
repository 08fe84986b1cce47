import { parseArgs } from 'node:util';
import { Publisher } from '#database';
import type { Command, ExitCode } from '../command.js';
import { OCID_PREFIX } from '../ocid-prefix.js';
import { UsageError } from '../usage-error.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

const OPTIONS = {
  ...DATA_DIR,
  json: { type: 'boolean', default: false },
  name: { type: 'string' },
  prefix: { type: 'string' },
  policy: { type: 'string', default: 'hold' },
  uri: { type: 'string' },
  license: { type: 'string' },
} as const;

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

export const publisher: Command = {
  usage:
    'c7 publisher list [--json] [--data-dir .data]\n' +
    '     c7 publisher add ID --name NOMBRE --prefix ocds-xxxxxx [--policy hold|publish-marked] [--uri URL] [--license URL]',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [action, id] = positionals;
    if (action === 'list') return list(values);
    if (action === 'add') return add(id, values);
    throw new UsageError('publisher lleva «list» o «add».');
  },
};

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

function list(values: Values): Promise<ExitCode> {
  return withPlatform<ExitCode>(values['data-dir'], async ({ platform }) => {
    const all = await platform.dataSource.getRepository(Publisher).find({ order: { id: 'ASC' } });
    const line = (one: Publisher) => `${one.id}\t${one.ocidPrefix}\t${one.policy}\t${one.name}\n`;
    process.stdout.write(values.json ? `${JSON.stringify(all)}\n` : all.map(line).join(''));
    return 0;
  });
}

function add(id: string | undefined, values: Values): Promise<ExitCode> {
  const { name, prefix, policy, uri = null, license = null } = values;
  if (!id || !ID.test(id)) throw new UsageError('Falta el ID: minúsculas, cifras y guiones, hasta 63 caracteres.');
  if (!name) throw new UsageError('Falta --name, el nombre de la institución.');
  if (!prefix || !OCID_PREFIX.test(prefix))
    throw new UsageError('Falta --prefix, el prefijo registrado: ocds- y seis caracteres.');
  if (policy !== 'hold' && policy !== 'publish-marked') throw new UsageError('--policy es hold o publish-marked.');
  return withPlatform<ExitCode>(values['data-dir'], async ({ platform }) => {
    const publishers = platform.dataSource.getRepository(Publisher);
    if (await publishers.existsBy({ id })) throw new UsageError(`Ya hay un publicador «${id}».`);
    await publishers.insert({ id, name, ocidPrefix: prefix, policy, uri, license });
    process.stderr.write(`Publicador «${id}» dado de alta con el prefijo ${prefix}.\n`);
    return 0;
  });
}
