import { isJsonObject, type JsonObject } from '../json.js';
import { stableHash } from '../repair/stable-hash.js';

/** RFCs that the tax authority lends to whoever has none: the public at large, and foreigners. They name nobody. */
const LENT_RFCS = new Set(['XAXX010101000', 'XEXX010101000']);

/**
 * The id of an organisation that has none, always the same for the same organisation, in this release and in others:
 * its identifier with the scheme before it, and where it has no identifier a hash of its names.
 * Undefined when it says neither.
 * https://standard.open-contracting.org/1.1/en/schema/identifiers/#organization-ids
 */
export function derivePartyId({ identifier, name }: JsonObject): string | undefined {
  const { scheme, id, legalName } = isJsonObject(identifier) ? identifier : {};
  const identity = isWord(id) && !LENT_RFCS.has(String(id).trim().toUpperCase()) ? String(id).trim() : undefined;
  if (identity !== undefined) return isWord(scheme) ? `${String(scheme).trim()}-${identity}` : identity;
  const names = [name, legalName].filter(isWord);
  return names.length > 0 ? stableHash(names.map((one) => String(one).trim())) : undefined;
}

/** Text or a number that says something. */
export function isWord(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}
