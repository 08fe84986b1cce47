export type PersonalIdentifier = 'rfc' | 'curp' | 'email';

/*
 * RFC of a natural person: four letters, birth date, three characters (SAT). The RFC of a company has three letters
 * and stays public. CURP: eighteen characters (RENAPO). The birth date is checked so that folios are left alone.
 */
const DATE = String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
const CURP = new RegExp(String.raw`(?<![\p{L}\d])[A-Z]{4}${DATE}[HMX][A-Z]{5}[A-Z\d]\d(?![\p{L}\d])`, 'giu');
const RFC = new RegExp(String.raw`(?<![\p{L}\d])[A-ZÑ&]{4}[ -]?${DATE}[ -]?[A-Z\d]{3}(?![\p{L}\d])`, 'giu');
// The bounds (RFC 5321 §4.5.3.1) also keep hostile text from costing quadratic time.
const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})+/giu;

// Every identifier has a date of six digits or an at sign; most texts have neither and are let through at once.
const SUSPECT = /\d{6}|@/;

// The tax authority's stand-ins for "general public" and "foreigner" name nobody.
const GENERIC = /^X[AE]XX-?010101-?000$/i;
const GOVERNMENT = /\.gob\.mx$/i;

/**
 * A text with the identifiers of natural persons replaced: RFC of 13 characters, CURP, e-mail addresses outside
 * `gob.mx`. Everything else, also the names of those who are awarded, is public by law and kept.
 *
 * @param replace what stands in the place of each one found.
 */
export function replacePersonalIdentifiers(
  text: string,
  replace: (kind: PersonalIdentifier, found: string) => string,
): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(CURP, (curp) => replace('curp', curp))
    .replace(RFC, (rfc) => (GENERIC.test(rfc) ? rfc : replace('rfc', rfc)))
    .replace(EMAIL, (address) => (GOVERNMENT.test(address) ? address : replace('email', address)));
}
