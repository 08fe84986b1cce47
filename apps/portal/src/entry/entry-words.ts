import type { Language } from '../locale.js';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };

/** Wording of the pages before the desk. Spanish is the original; English has the same keys. */
export type EntryWording = typeof es;

const wording: Readonly<Record<Language, EntryWording>> = { es, en };

export function entryWords(language: Language): EntryWording {
  return wording[language];
}
