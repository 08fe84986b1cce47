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
  scheme: { type: 'string' },
  uid: { type: 'string' },
  license: { type: 'string' },
  'publication-policy': { type: 'string' },
  corrections: { type: 'string', default: 'direct' },
} as const;

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

export const publisher: Command = {
  usage:
    'c7 publisher list [--json] [--data-dir .data]\n' +
    '     c7 publisher add ID --name NOMBRE --prefix ocds-xxxxxx [--policy hold|publish-marked] [--corrections direct|review]\n' +
    '                      [--scheme LISTA --uid CLAVE] [--uri URL] [--license URL] [--publication-policy URL]\n' +
    '     --policy              qué pasa con lo inválido: espera, o se publica marcado\n' +
    '     --corrections         quién publica una corrección: quien la hace, o quien la aprueba\n' +
    '     --scheme, --uid       la lista que identifica a la institución, como MX-RFC, y su clave en ella\n' +
    '     --uri                 su sitio; --license y --publication-policy, con qué licencia y política publica',
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
  const { name, prefix, policy, corrections, scheme = null, uid = null, uri = null, license = null } = values;
  const publicationPolicy = values['publication-policy'] ?? null;
  if (!id || !ID.test(id)) throw new UsageError('Falta el ID: minúsculas, cifras y guiones, hasta 63 caracteres.');
  if (!name) throw new UsageError('Falta --name, el nombre de la institución.');
  if (!prefix || !OCID_PREFIX.test(prefix))
    throw new UsageError('Falta --prefix, el prefijo registrado: ocds- y seis caracteres.');
  if (policy !== 'hold' && policy !== 'publish-marked') throw new UsageError('--policy es hold o publish-marked.');
  if (corrections !== 'direct' && corrections !== 'review') throw new UsageError('--corrections es direct o review.');
  if ((scheme === null) !== (uid === null)) throw new UsageError('--scheme y --uid van juntos: la lista y la clave.');
  checkAddresses({ '--uri': uri, '--license': license, '--publication-policy': publicationPolicy });
  const kept = { policy, corrections, scheme, uid, uri, license, publicationPolicy } as const;
  return withPlatform<ExitCode>(values['data-dir'], async ({ platform }) => {
    const publishers = platform.dataSource.getRepository(Publisher);
    if (await publishers.existsBy({ id })) throw new UsageError(`Ya hay un publicador «${id}».`);
    await publishers.insert({ id, name, ocidPrefix: prefix, ...kept });
    process.stderr.write(`Publicador «${id}» dado de alta con el prefijo ${prefix}.\n`);
    return 0;
  });
}

/** The package metadata of OCDS wants addresses here: https://standard.open-contracting.org/1.1/en/schema/release_package/ */
function checkAddresses(options: Readonly<Record<string, string | null>>): void {
  for (const [option, address] of Object.entries(options)) {
    if (address !== null && !(URL.canParse(address) && /^https?:/i.test(address)))
      throw new UsageError(`${option} lleva una dirección web completa, no «${address}».`);
  }
}
