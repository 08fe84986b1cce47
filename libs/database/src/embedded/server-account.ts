import { readFile, stat } from 'node:fs/promises';
import { EmbeddedServerError } from './embedded-server-error.js';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** This process is root and hands the server over to the account. */
  readonly drop: boolean;
}

/** In order of preference; `_postgres` is the name on macOS. */
const UNPRIVILEGED = ['postgres', '_postgres', 'nobody'];

/**
 * The account PostgreSQL runs as: this process's own or, since PostgreSQL refuses root, an unprivileged one.
 * A cluster that exists already is run by whoever owns it.
 *
 * @param cluster folder of the cluster, which need not exist.
 * @throws EmbeddedServerError `no-account`, `belongs-to-another-account`.
 */
export async function chooseServerAccount(cluster: string, passwdFile = '/etc/passwd'): Promise<Account> {
  const accounts = parsePasswd(await readFile(passwdFile, 'utf8').catch(() => ''));
  const owner = await stat(cluster).catch(() => undefined);
  const self = process.geteuid?.() ?? -1;
  return self === 0 ? forRoot(accounts, owner?.uid) : forOrdinary(accounts, self, cluster, owner?.uid);
}

/** Lines of passwd(5). */
export function parsePasswd(text: string): readonly Omit<Account, 'drop'>[] {
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter(([name, , uid, gid]) => name && !name.startsWith('#') && isNumber(uid) && isNumber(gid))
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }));
}

function forRoot(accounts: readonly Omit<Account, 'drop'>[], owner: number | undefined): Account {
  const chosen =
    accounts.find(({ uid }) => uid !== 0 && uid === owner) ??
    UNPRIVILEGED.map((wanted) => accounts.find(({ name, uid }) => name === wanted && uid !== 0)).find(Boolean);
  if (!chosen) throw new EmbeddedServerError('no-account', { about: UNPRIVILEGED.join(', ') });
  return { ...chosen, drop: true };
}

/** An account without an entry is not refused here: macOS keeps its accounts elsewhere. initdb looks itself up and tells. */
function forOrdinary(
  accounts: readonly Omit<Account, 'drop'>[],
  self: number,
  cluster: string,
  owner: number | undefined,
): Account {
  if (owner !== undefined && owner !== self)
    throw new EmbeddedServerError('belongs-to-another-account', {
      about: `${cluster}, ${accounts.find(({ uid }) => uid === owner)?.name ?? `uid ${owner}`}`,
    });
  const found = accounts.find(({ uid }) => uid === self);
  return { name: found?.name ?? `uid ${self}`, uid: self, gid: process.getegid?.() ?? -1, drop: false };
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^-?\d+$/.test(text);
}
