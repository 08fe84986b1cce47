import { hash, verify } from '@node-rs/argon2';
import { AccessError } from '../access-error.js';
import { bounded } from '../bounded.js';

/** Argon2id (the library's default) with 64 MiB and three passes, as RFC 9106 §4 has it for memory-bound machines. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** Each takes a thread of Node's pool for a tenth of a second, and 64 MiB: the other two threads stay for files. */
const GATE = bounded(
  { running: 2, waiting: 40 },
  () => new AccessError('SIGN_IN_BUSY', 'Hay demasiadas entradas a la vez', 'Volver a intentar en unos segundos.'),
);

/** @throws AccessError SIGN_IN_BUSY when too many are at it. */
export function hashPassword(password: string): Promise<string> {
  return GATE.run(() => hash(password.normalize('NFC'), COST));
}

/**
 * Whether a password is the one of a hash. Takes as long without a hash, so that time does not tell whether an account
 * exists.
 *
 * @throws AccessError SIGN_IN_BUSY when too many are at it.
 */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const compared = stored ?? (await (nobodys ??= hashPassword('no account has this one')));
  const same = await GATE.run(() => verify(compared, password.normalize('NFC')));
  return same && stored !== null && stored !== undefined;
}

let nobodys: Promise<string> | undefined;
