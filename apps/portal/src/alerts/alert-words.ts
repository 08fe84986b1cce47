import type { Language } from '../locale.js';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };

/** Wording of alerts, on pages and in mail. Spanish is the original; English has the same keys. */
export type AlertWording = typeof es;

const wording: Readonly<Record<Language, AlertWording>> = { es, en };

export function alertWords(language: Language): AlertWording {
  return wording[language];
}
