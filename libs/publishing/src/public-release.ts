import { createHmac } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type FoundRelease, type JsonObject, maskPersons } from '#ocds';

/** Makes the text of a release that may be published from the one that was received. */
export type ToPublic = (found: FoundRelease) => string;

/** What an operator may decide of personal data. */
export type PersonalDataPolicy = 'mask' | 'publish';

/** Takes the personal data of natural persons out of a release; gives the very same where there is none. */
export type MaskRelease = (release: JsonObject) => JsonObject;

/**
 * The rule by which received releases become public. Masked, a person's RFC becomes a keyed hash: the same person is
 * the same in every process, and who does not hold this store's key cannot find out by trying every RFC there is.
 */
export async function openPublicRule(manager: EntityManager, policy: PersonalDataPolicy): Promise<ToPublic> {
  const mask = await openMask(manager, policy);
  return ({ release, text }) => {
    const masked = mask(release);
    return masked === release ? text : JSON.stringify(masked);
  };
}

/** The same rule for releases that have no text yet. */
export async function openMask(manager: EntityManager, policy: PersonalDataPolicy): Promise<MaskRelease> {
  if (policy === 'publish') return (release) => release;
  const [row] = (await manager.query(`SELECT value FROM secret WHERE name = 'pseudonym'`)) as { value: Buffer }[];
  const pseudonym = (identifier: string) => pseudonymOf(row!.value, identifier);
  return (release) => maskPersons(release, pseudonym);
}

function pseudonymOf(key: Buffer, identifier: string): string {
  const plain = identifier.toUpperCase().replaceAll(/[ -]/g, '');
  return `PF-${createHmac('sha256', key).update(plain).digest('hex').slice(0, 16)}`;
}
