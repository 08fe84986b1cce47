import { stableHash } from '#ocds';
import { tidyText } from '../cell/tidy-text.js';
import { isBlankLike } from '../cell/is-blank-like.js';
import { normaliseOrganisationName } from './normalise-organisation-name.js';
import { readRfc, type Rfc } from './read-rfc.js';

/** The RFC of a register's entry, if the register is known and tells it. @param scheme of the register */
export type RfcByNumber = (scheme: string, number: string) => string | undefined;

/** What a row says of who a party is. */
export interface PartyClues {
  /** As it is written. */
  readonly rfc?: string;
  /** Entry in a register of suppliers, with the scheme of that register: `PROV-GOB-JAL`, `P00716`. */
  readonly register?: RegisterNumber;
  /** Finds the RFC of who has only a number in the register. */
  readonly rfcByNumber?: RfcByNumber | undefined;
  readonly name: string;
  /** What tells the buyer from all others; a name is only the same party with the same buyer. */
  readonly buyerKey: string;
}

export interface RegisterNumber {
  readonly scheme: string;
  readonly id: string;
}

export interface PartyIdentity {
  /** For `parties/id`. */
  readonly id: string;
  /** For `identifier/scheme` and `identifier/id`; absent where only a name is known. */
  readonly scheme?: string;
  readonly identifierId?: string;
  /** The entry in the register of who is known by an RFC: for `additionalIdentifiers`. */
  readonly additional?: RegisterNumber;
  readonly legalName: string;
  readonly kind: 'rfc' | 'register' | 'scoped-hash';
}

/**
 * Who a party is: by its RFC when that is not generic and its check digit is right, or by the RFC that the register has
 * for its number; else by that number; else by its name with that buyer. Parties of two buyers are never one by their name alone.
 * The scheme of RFCs is `MX-RFC` of https://org-id.guide/list/MX-RFC.
 *
 * @returns undefined when there is nothing to tell it by
 */
export function identifyParty({ rfc, register, rfcByNumber, name, buyerKey }: PartyClues): PartyIdentity | undefined {
  const legalName = tidyText(name).replaceAll('\n', ' ');
  const entry = register && registerNumber(register);
  const taxpayer = verified(rfc) ?? (entry && verified(rfcByNumber?.(entry.scheme, entry.id)));
  if (taxpayer) {
    return { ...identified('MX-RFC', taxpayer.rfc, legalName, 'rfc'), ...(entry && { additional: entry }) };
  }
  if (entry) return identified(entry.scheme, entry.id, legalName, 'register');
  const normalised = normaliseOrganisationName(legalName);
  if (normalised === '') return undefined;
  return { id: `nombre-${stableHash([buyerKey, normalised])}`, legalName, kind: 'scoped-hash' };
}

function identified(scheme: string, id: string, legalName: string, kind: 'rfc' | 'register'): PartyIdentity {
  return { id: `${scheme}-${id}`, scheme, identifierId: id, legalName, kind };
}

function verified(rfc: string | undefined): Rfc | undefined {
  const read = readRfc(rfc ?? '').value;
  return read?.verified ? read : undefined;
}

function registerNumber({ scheme, id: text }: RegisterNumber): RegisterNumber | undefined {
  if (isBlankLike(text, { zero: true })) return undefined;
  const id = text.toUpperCase().replaceAll(/[\s'’]+/g, '');
  return id === '' ? undefined : { scheme, id };
}
