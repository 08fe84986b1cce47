import en from './locales/en.json' with { type: 'json' };
import es from './locales/es.json' with { type: 'json' };

export type Language = 'es' | 'en';

/** All wording of the site. Spanish is the original; English has the same keys. */
export type Wording = typeof es;

/** What every page and component needs to speak to its reader. */
export interface Locale {
  readonly language: Language;
  /** BCP 47, for the `lang` attribute. */
  readonly tag: string;
  readonly words: Wording;
}

const wording: Readonly<Record<Language, Wording>> = { es, en };

export function localeOf(language: Language): Locale {
  return { language, tag: language === 'es' ? 'es-MX' : 'en', words: wording[language] };
}

export type Codelist = keyof Wording['codes'];

/** The label of a code; a code outside the list is shown as the publisher wrote it. */
export function codeLabel(locale: Locale, codelist: Codelist, code: string): string {
  const labels: Readonly<Record<string, string>> = locale.words.codes[codelist];
  return Object.hasOwn(labels, code) ? (labels[code] ?? code) : code;
}
