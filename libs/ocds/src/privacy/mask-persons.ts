import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { replacePersonalIdentifiers } from './personal-identifiers.js';

/** Members that identify the process or the release itself, whatever they look like. */
const KEPT: ReadonlySet<string> = new Set(['ocid']);

/** What a natural person's party does not show: where they live and how to reach them. */
const PRIVATE_ADDRESS: ReadonlySet<string> = new Set(['streetAddress', 'postalCode']);

/**
 * A release without the personal data of natural persons: their RFC and CURP give way to a pseudonym, the same
 * wherever they stand, so that references keep meeting; their street and contact point are left out. The name of an
 * awardee is public by law and stays, as does everything about companies.
 *
 * @param pseudonym what stands for an identifier; the same for the same identifier, and not to be undone.
 * @returns the very same object when there is nothing to mask.
 */
export function maskPersons(release: JsonObject, pseudonym: (identifier: string) => string): JsonObject {
  return maskObject(release, pseudonym) as JsonObject;
}

function mask(value: Json | undefined, pseudonym: (identifier: string) => string): Json | undefined {
  if (typeof value === 'string') return maskText(value, pseudonym);
  if (Array.isArray(value)) return maskList(value, pseudonym);
  return isJsonObject(value) ? maskObject(value, pseudonym) : value;
}

function maskText(text: string, pseudonym: (identifier: string) => string): string {
  return replacePersonalIdentifiers(text, (kind, found) => (kind === 'email' ? found : pseudonym(found)));
}

function maskList(list: readonly Json[], pseudonym: (identifier: string) => string): readonly Json[] {
  const masked = list.map((item) => mask(item, pseudonym) as Json);
  return masked.some((item, n) => item !== list[n]) ? masked : list;
}

function maskObject(object: JsonObject, pseudonym: (identifier: string) => string): JsonObject {
  let changed = false;
  const entries = Object.entries(object).map(([name, member]) => {
    const masked = KEPT.has(name) ? member : mask(member, pseudonym);
    changed ||= masked !== member;
    return [name, masked] as const;
  });
  if (!changed) return object;
  const masked = Object.fromEntries(entries) as JsonObject;
  return isPerson(object) ? withoutContact(masked) : masked;
}

/** A party, or a reference to one, that one of its own identifiers shows to be a natural person. */
function isPerson({ id, identifier, additionalIdentifiers }: JsonObject): boolean {
  const others = Array.isArray(additionalIdentifiers) ? additionalIdentifiers : [];
  const ids = [id, ...[identifier, ...others].map((one) => (isJsonObject(one) ? one['id'] : undefined))];
  return ids.some((one) => typeof one === 'string' && maskText(one, () => '') !== one);
}

function withoutContact(party: JsonObject): JsonObject {
  const { contactPoint: _, additionalContactPoints: __, ...kept } = party;
  const { address } = kept;
  if (!isJsonObject(address)) return kept;
  return {
    ...kept,
    address: Object.fromEntries(Object.entries(address).filter(([name]) => !PRIVATE_ADDRESS.has(name))),
  };
}
