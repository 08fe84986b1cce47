import { stableHash } from '#ocds';
import { tidyText } from '../cell/tidy-text.js';
import { isBlankLike } from '../cell/is-blank-like.js';
import { normaliseOrganisationName } from './normalise-organisation-name.js';
import { readRfc } from './read-rfc.js';

/** What a row says of who a party is. */
export interface PartyClues {
  /** As it is written. */
  readonly rfc?: string;
  /** Entry in a register of suppliers, with the scheme of that register: `PROV-GOB-JAL`, `P00716`. */
  readonly register?: { readonly scheme: string; readonly id: string };
  readonly name: string;
  /** What tells the buyer from all others; a name is only the same party with the same buyer. */
  readonly buyerKey: string;
}

export interface PartyIdentity {
  /** For `parties/id`. */
  readonly id: string;
  /** For `identifier/scheme` and `identifier/id`; absent where only a name is known. */
  readonly scheme?: string;
  readonly identifierId?: string;
  readonly legalName: string;
  readonly kind: 'rfc' | 'register' | 'scoped-hash';
}

/**
 * Who a party is: by its RFC when that is not generic and its check digit is right; else by its entry in the register;
 * else by its name with that buyer. Parties of two buyers are never one by their name alone.
 * The scheme of RFCs is `MX-RFC` of https://org-id.guide/list/MX-RFC.
 *
 * @returns undefined when there is nothing to tell it by
 */
export function identifyParty({ rfc, register, name, buyerKey }: PartyClues): PartyIdentity | undefined {
  const legalName = tidyText(name).replaceAll('\n', ' ');
  const taxpayer = readRfc(rfc ?? '').value;
  if (taxpayer?.verified) return identified('MX-RFC', taxpayer.rfc, legalName, 'rfc');
  const entry = registerId(register?.id ?? '');
  if (register && entry !== '') return identified(register.scheme, entry, legalName, 'register');
  const normalised = normaliseOrganisationName(legalName);
  if (normalised === '') return undefined;
  return { id: `nombre-${stableHash([buyerKey, normalised])}`, legalName, kind: 'scoped-hash' };
}

function identified(scheme: string, id: string, legalName: string, kind: 'rfc' | 'register'): PartyIdentity {
  return { id: `${scheme}-${id}`, scheme, identifierId: id, legalName, kind };
}

function registerId(text: string): string {
  return isBlankLike(text, { zero: true }) ? '' : text.toUpperCase().replaceAll(/[\s'’]+/g, '');
}
