import { parseArgs } from 'node:util';
import { type Action, addKey, COMMAND_LINE, KEY_SCOPES, type KeyRow, listKeys, revokeKey } from '#access';
import type { Platform } from '#publishing';
import type { Command, ExitCode } from '../command.js';
import { UsageError } from '../usage-error.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

const OPTIONS = {
  ...DATA_DIR,
  json: { type: 'boolean', default: false },
  name: { type: 'string', default: '' },
  organisation: { type: 'string' },
  scope: { type: 'string', multiple: true },
  days: { type: 'string', default: '365' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

export const key: Command = {
  usage:
    'c7 key list [--json] [--data-dir .data]\n' +
    '     c7 key add --name PARA_QUÉ --organisation ID --scope PERMISO… [--days 365]\n' +
    '     c7 key revoke ID\n' +
    `     Permisos: ${KEY_SCOPES.join(', ')}.`,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [action, id] = positionals;
    if (action === 'list') return withPlatform(values['data-dir'], ({ platform }) => list(platform, values));
    if (action === 'add') return withPlatform(values['data-dir'], ({ platform }) => add(platform, values));
    if (action !== 'revoke') throw new UsageError('key lleva «list», «add» o «revoke».');
    if (!id) throw new UsageError('Falta el ID de la llave; los hay en «c7 key list».');
    return withPlatform(values['data-dir'], ({ platform }) => revoke(platform, id));
  },
};

async function list({ dataSource }: Platform, { json }: Values): Promise<ExitCode> {
  const keys = await listKeys(dataSource.manager);
  process.stdout.write(json ? `${JSON.stringify(keys)}\n` : keys.map(lineOf).join(''));
  return 0;
}

/** The key goes to standard output alone, so that a script can take it. */
async function add({ dataSource }: Platform, { name, organisation, scope = [], days }: Values): Promise<ExitCode> {
  if (!organisation) throw new UsageError('Falta --organisation; las hay en «c7 organisation list».');
  const wanted = { name, organisationId: organisation, scopes: scope as Action[], days: Number(days) };
  const { id, key: text } = await dataSource.transaction((manager) => addKey(manager, COMMAND_LINE, wanted));
  process.stderr.write(
    `Llave «${id}» hecha para «${organisation}»; vence en ${days} días. Se muestra solo esta vez:\n`,
  );
  process.stdout.write(`${text}\n`);
  return 0;
}

async function revoke({ dataSource }: Platform, id: string): Promise<ExitCode> {
  await dataSource.transaction((manager) => revokeKey(manager, COMMAND_LINE, id));
  process.stderr.write(`Llave «${id}» revocada: dejó de servir.\n`);
  return 0;
}

function lineOf({ id, name, organisationId, scopes, expiresAt, revokedAt, lastUsedAt }: KeyRow): string {
  const standing = revokedAt ? 'revocada' : expiresAt < new Date() ? 'vencida' : `vence ${dayOf(expiresAt)}`;
  const used = lastUsedAt ? `último uso ${dayOf(lastUsedAt)}` : 'sin uso';
  return `${[id, organisationId, scopes.join(' '), standing, used, name].join('\t')}\n`;
}

function dayOf(date: Date): string {
  return date.toLocaleDateString('es-MX', { timeZone: 'America/Mexico_City' });
}
