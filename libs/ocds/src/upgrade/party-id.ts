import { isJsonObject, type JsonObject } from '../json.js';
import { stableHash } from '../repair/stable-hash.js';

/**
 * What tells an organisation without id from others: its identifier and its name, together, in no spelling of capitals
 * and spaces. Not the identifier alone: the ministries of a state share the RFC of its government, and whoever has no
 * RFC is given the one of the public at large. Not its address or telephone, as OCDS Kit has it: they change.
 * Undefined when it says neither.
 */
export function partyIdentity({ identifier, name }: JsonObject): string | undefined {
  const { scheme, id, legalName } = isJsonObject(identifier) ? identifier : {};
  const words = [scheme, id, isWord(name) ? name : legalName].map((word) => (isWord(word) ? spelled(word) : ''));
  return words[1] === '' && words[2] === '' ? undefined : JSON.stringify(words);
}

/** The id of an organisation that has none: the same in this release and in others of the same identity. */
export function derivePartyId(organisation: JsonObject): string | undefined {
  const identity = partyIdentity(organisation);
  return identity === undefined ? undefined : stableHash(identity);
}

/** Text or a number that says something. */
export function isWord(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

function spelled(word: string | number): string {
  return String(word).trim().replaceAll(/\s+/g, ' ').toUpperCase();
}
