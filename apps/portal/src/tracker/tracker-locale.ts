import { type CodeOf, type EnumerationName, labelOf } from '#tracker';
import { html } from '../html.js';
import type { Child } from '../html.js';
import { localeOf } from '../locale.js';
import type { Language, Locale } from '../locale.js';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };

/** All wording of the tracker's pages. Spanish is the original; English has the same keys. */
export type TrackerWording = typeof es;

/** What a page of the tracker needs to speak to its reader: the words of the site, and its own. */
export interface TrackerLocale extends Locale {
  readonly tracker: TrackerWording;
}

const wording: Readonly<Record<Language, TrackerWording>> = { es, en };

export function trackerLocaleOf(language: Language): TrackerLocale {
  return { ...localeOf(language), tracker: wording[language] };
}

/** The words for a code of the tracker. */
export function termOf<Name extends EnumerationName>(
  name: Name,
  code: CodeOf<Name>,
  { language }: Pick<Locale, 'language'>,
): string {
  return labelOf(name, code)[language];
}

/** What was recorded, which is in Spanish: marked as such where the page is not. */
export function recorded(text: string, { language }: Pick<Locale, 'language'>): Child {
  return language === 'es' ? text : html`<span lang="es-MX">${text}</span>`;
}
