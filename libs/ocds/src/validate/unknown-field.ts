import type { Json } from '../json.js';
import { printableName } from './pointer-segment.js';
import type { Field } from './schema-field.js';
import { reportAt, type Spot } from './spot.js';

/** The shape of BCP 47 language tags. */
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/**
 * Reports a member the schema does not know. `title_es` is the Spanish of `title`: it is known when `title` is, and is
 * text or null where the schema allows translations
 * (https://standard.open-contracting.org/1.1/en/schema/reference/#language).
 */
export function checkUnknownField(name: string, value: Json, parent: Field, spot: Spot): void {
  const translated = translatedName(name);
  if (translated === undefined || !parent.members().has(translated)) {
    const siblings = parent.members().keys();
    return reportAt(spot, 'additional-field', value, { name: printableName(name), siblings });
  }
  const isText = typeof value === 'string' || value === null;
  if (!isText && parent.translatable.has(translated)) reportAt(spot, 'type', value, { expected: ['string', 'null'] });
}

function translatedName(name: string): string | undefined {
  const cut = name.lastIndexOf('_');
  return cut > 0 && LANGUAGE_TAG.test(name.slice(cut + 1)) ? name.slice(0, cut) : undefined;
}
