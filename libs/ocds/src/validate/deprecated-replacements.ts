import type { Bilingual } from '../bilingual.js';

const TO_PARTIES: Bilingual = {
  es: '«parties», y aquí dejar solo el id y el nombre de la organización',
  en: '"parties", and leave here only the id and name of the organization',
};

const CLOSEST_SECTION: Bilingual = {
  es: '«documents» de la sección (tender, award, contract o implementation)',
  en: '"documents" of the section (tender, award, contract or implementation)',
};

/**
 * What took the place of each field deprecated in OCDS 1.1, by field name.
 * https://standard.open-contracting.org/1.1/en/schema/deprecation/
 */
export const DEPRECATED_REPLACEMENTS: ReadonlyMap<string, Bilingual> = new Map([
  ['amendment', { es: 'la lista «amendments»', en: 'the list "amendments"' }],
  ['changes', { es: '«description» de la modificación', en: 'the "description" of the amendment' }],
  ['amount', { es: '«value»', en: '"value"' }],
  ['providerOrganization', { es: '«payer»', en: '"payer"' }],
  ['receiverOrganization', { es: '«payee»', en: '"payee"' }],
  ['source', { es: '«uri» del presupuesto', en: 'the "uri" of the budget' }],
  ['documents', CLOSEST_SECTION],
  ['identifier', TO_PARTIES],
  ['address', TO_PARTIES],
  ['additionalIdentifiers', TO_PARTIES],
  ['contactPoint', TO_PARTIES],
]);
