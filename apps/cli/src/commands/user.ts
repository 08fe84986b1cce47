import { parseArgs } from 'node:util';
import type { EntityManager } from 'typeorm';
import {
  AccessError,
  type AccountRow,
  addAccount,
  checkMembership,
  COMMAND_LINE,
  disableAccount,
  enableAccount,
  findAccount,
  giveRole,
  listAccounts,
  makeLink,
  type Membership,
  resetAccount,
  type Role,
  ROLES,
  setPassword,
  takeRole,
} from '#access';
import type { Command, ExitCode } from '../command.js';
import { readStdin } from '../read-stdin.js';
import { UsageError } from '../usage-error.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

const OPTIONS = {
  ...DATA_DIR,
  json: { type: 'boolean', default: false },
  name: { type: 'string' },
  role: { type: 'string', multiple: true },
  'password-stdin': { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** What an action works with: the store within one transaction, and where the portal is. */
interface Context {
  readonly manager: EntityManager;
  readonly publicUrl: string;
  readonly values: Values;
  readonly password: string | undefined;
}

export const user: Command = {
  usage:
    'c7 user list [--json] [--data-dir .data]\n' +
    '     c7 user add CORREO --name NOMBRE --role PAPEL[@ORGANIZACIÓN]… [--password-stdin]\n' +
    '     c7 user role CORREO --role PAPEL[@ORGANIZACIÓN]…   (da papeles)\n' +
    '     c7 user unrole CORREO --role PAPEL[@ORGANIZACIÓN]… (los quita)\n' +
    '     c7 user reset CORREO [--password-stdin] · disable CORREO · enable CORREO\n' +
    `     Papeles: ${ROLES.join(', ')}. Sin @ORGANIZACIÓN, en toda la plataforma.`,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [name = '', email] = positionals;
    const action = ACTIONS[name];
    if (!action) throw new UsageError(`user lleva ${Object.keys(ACTIONS).join(', ')}.`);
    if (name !== 'list' && !email) throw new UsageError('Falta el correo de la cuenta.');
    const password = values['password-stdin'] ? await readStdin() : undefined;
    return withPlatform(values['data-dir'], ({ platform: { dataSource, publicUrl } }) =>
      dataSource.transaction((manager) => action({ manager, publicUrl, values, password }, email ?? '')),
    );
  },
};

const ACTIONS: Readonly<Record<string, (context: Context, email: string) => Promise<ExitCode>>> = {
  list: async ({ manager, values }) => {
    const accounts = await listAccounts(manager);
    process.stdout.write(values.json ? `${JSON.stringify(accounts)}\n` : accounts.map(lineOf).join(''));
    return 0;
  },
  add: async ({ manager, publicUrl, values, password }, email) => {
    const memberships = rolesOf(values);
    const id = await addAccount(manager, COMMAND_LINE, { email, name: values.name ?? '', memberships });
    if (password !== undefined) {
      await setPassword(manager, id, password);
      return say(`Cuenta «${email}» dada de alta. Entra en ${publicUrl}/escritorio/entrar`);
    }
    say(`Cuenta «${email}» dada de alta. Su liga para elegir contraseña sirve una vez, durante 7 días:`);
    return give(publicUrl, await makeLink(manager, id, 'invitation'));
  },
  role: async ({ manager, values }, email) => {
    const { id } = await known(manager, email);
    for (const membership of rolesOf(values)) await giveRole(manager, COMMAND_LINE, id, membership);
    return say(`Papeles dados a «${email}»; sus sesiones terminaron.`);
  },
  unrole: async ({ manager, values }, email) => {
    const { id } = await known(manager, email);
    for (const membership of rolesOf(values)) await takeRole(manager, COMMAND_LINE, id, membership);
    return say(`Papeles quitados a «${email}»; sus sesiones terminaron.`);
  },
  reset: async ({ manager, publicUrl, password }, email) => {
    const { id } = await known(manager, email);
    const token = await resetAccount(manager, COMMAND_LINE, id);
    if (password !== undefined) {
      await setPassword(manager, id, password);
      return say(`Contraseña de «${email}» cambiada; sus sesiones terminaron.`);
    }
    say(`La liga para que «${email}» elija otra contraseña sirve una vez, durante 1 día:`);
    return give(publicUrl, token);
  },
  disable: async ({ manager }, email) => {
    await disableAccount(manager, COMMAND_LINE, (await known(manager, email)).id);
    return say(`Cuenta «${email}» cerrada; sus sesiones terminaron.`);
  },
  enable: async ({ manager }, email) => {
    await enableAccount(manager, COMMAND_LINE, (await known(manager, email)).id);
    return say(`Cuenta «${email}» abierta de nuevo.`);
  },
};

async function known(manager: EntityManager, email: string): Promise<AccountRow> {
  const account = await findAccount(manager, email);
  if (!account) throw new AccessError('ACCOUNT_UNKNOWN', `No hay una cuenta «${email}»`, 'Las hay en «c7 user list».');
  return account;
}

function rolesOf({ role = [] }: Values): readonly Membership[] {
  if (role.length === 0)
    throw new UsageError('Falta --role, el papel: PAPEL@ORGANIZACIÓN, o PAPEL en toda la plataforma.');
  return role.map((text) => {
    const [name = '', organisationId = null] = text.split('@');
    const membership = { role: name as Role, organisationId };
    checkMembership(membership);
    return membership;
  });
}

function lineOf({ email, name, disabledAt, memberships }: AccountRow): string {
  const roles = memberships.map(({ role, organisationId }) => (organisationId ? `${role}@${organisationId}` : role));
  return `${[email, name, roles.join(' ') || 'sin papeles', disabledAt ? 'cerrada' : 'abierta'].join('\t')}\n`;
}

function give(publicUrl: string, token: string): ExitCode {
  process.stdout.write(`${publicUrl}/escritorio/invitacion/${token}\n`);
  return 0;
}

function say(message: string): ExitCode {
  process.stderr.write(`${message}\n`);
  return 0;
}
