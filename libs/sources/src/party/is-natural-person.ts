import { normaliseOrganisationName } from './normalise-organisation-name.js';
import { readRfc } from './read-rfc.js';

/**
 * Whether a party is a natural person: by the form of its RFC, else by the legal form at the end of its name. Undefined
 * when neither tells: a name alone does not say that it is a person's.
 */
export function isNaturalPerson({ rfc, name }: { readonly rfc?: string; readonly name?: string }): boolean | undefined {
  const kind = readRfc(rfc ?? '').value?.kind;
  if (kind === 'fisica') return true;
  if (kind === 'moral') return false;
  return LEGAL_FORM.test(normaliseOrganisationName(name ?? '')) ? false : undefined;
}

const LEGAL_FORM = / (?:sa|sapi|sab|sas|s de rl|sc|ac|sc de rl|iap|spr de rl|sofom enr|sofom er)(?: de cv| mi)?$/;
