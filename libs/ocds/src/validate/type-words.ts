import type { Bilingual } from '../bilingual.js';
import type { Json } from '../json.js';

const TYPE_WORDS: Readonly<Record<string, Bilingual>> = {
  string: { es: 'texto', en: 'text' },
  integer: { es: 'número entero', en: 'a whole number' },
  number: { es: 'número', en: 'a number' },
  boolean: { es: 'verdadero o falso (true, false)', en: 'true or false' },
  object: { es: 'un objeto { }', en: 'an object { }' },
  array: { es: 'una lista [ ]', en: 'a list [ ]' },
  null: { es: 'nulo (null)', en: 'null' },
};

/** The JSON Schema types in words, joined by "or"; `null` is left out where something else is allowed. */
export function typesInWords(types: readonly string[]): Bilingual {
  const meant = types.length > 1 ? types.filter((type) => type !== 'null') : types;
  const words = meant.map((type) => TYPE_WORDS[type] ?? { es: type, en: type });
  return { es: words.map(({ es }) => es).join(' o '), en: words.map(({ en }) => en).join(' or ') };
}

/** The JSON Schema type a value has; every number is `number`. */
export function typeOf(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
