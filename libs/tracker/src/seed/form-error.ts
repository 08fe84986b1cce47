import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Bilingual } from '#ocds';

/** What the schema misses, in words. */
export function formError({ keyword, params, message = '' }: ErrorObject): Bilingual {
  const what = (WORDS[keyword] ?? (() => undefined))(params as Readonly<Record<string, unknown>>);
  return what ?? { es: `no cumple «${keyword}» (${message})`, en: message };
}

type Params = Readonly<Record<string, unknown>>;

const WORDS: Readonly<Record<string, (params: Params) => Bilingual>> = {
  required: ({ missingProperty: name }) => ({ es: `falta «${String(name)}»`, en: `“${String(name)}” is missing` }),
  additionalProperties: ({ additionalProperty: name }) => ({
    es: `sobra «${String(name)}»`,
    en: `“${String(name)}” does not belong`,
  }),
  type: ({ type }) => ({ es: `debe ser de tipo ${String(type)}`, en: `must be of type ${String(type)}` }),
  enum: ({ allowedValues }) => ({
    es: `debe ser uno de ${list(allowedValues)}`,
    en: `must be one of ${list(allowedValues)}`,
  }),
};

function list(values: unknown): string {
  return (values as readonly unknown[]).join(', ');
}
