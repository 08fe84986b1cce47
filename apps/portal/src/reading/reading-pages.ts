import type { Language } from '../locale.js';
import accesibilidadEn from './accesibilidad.en.json' with { type: 'json' };
import accesibilidadEs from './accesibilidad.es.json' with { type: 'json' };
import acercaEn from './acerca.en.json' with { type: 'json' };
import acercaEs from './acerca.es.json' with { type: 'json' };
import contratoEn from './como-leer-un-contrato.en.json' with { type: 'json' };
import contratoEs from './como-leer-un-contrato.es.json' with { type: 'json' };
import glosarioEn from './glosario.en.json' with { type: 'json' };
import glosarioEs from './glosario.es.json' with { type: 'json' };
import politicaEn from './politica-de-publicacion.en.json' with { type: 'json' };
import politicaEs from './politica-de-publicacion.es.json' with { type: 'json' };
import type { ReadingPage } from './reading-page.js';

/** The pages to be read, by the last part of their address. */
export const READING_PAGES = {
  acerca: { es: acercaEs, en: acercaEn },
  'politica-de-publicacion': { es: politicaEs, en: politicaEn },
  'como-leer-un-contrato': { es: contratoEs, en: contratoEn },
  glosario: { es: glosarioEs, en: glosarioEn },
  accesibilidad: { es: accesibilidadEs, en: accesibilidadEn },
} satisfies Record<string, Record<Language, ReadingPage>>;

export type ReadingName = keyof typeof READING_PAGES;

export const READING_NAMES = Object.keys(READING_PAGES) as readonly ReadingName[];
