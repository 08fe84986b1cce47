import { localeOf } from '../locale.js';
import type { Language, Locale } from '../locale.js';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };

/** All wording of the desk. Spanish is the original; English has the same keys. */
export type DeskWording = typeof es;

/** What every page of the desk needs to speak to its reader: the words of the site, and its own. */
export interface DeskLocale extends Locale {
  readonly desk: DeskWording;
}

const wording: Readonly<Record<Language, DeskWording>> = { es, en };

export function deskLocaleOf(language: Language): DeskLocale {
  return { ...localeOf(language), desk: wording[language] };
}

/** The word for a code out of a list of them; a code outside the list is shown as it is. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
