import { dataDictionary } from '#ocds';
import type { Language } from '../locale.js';
import type { ReadingName } from '../reading/reading-pages.js';
import type { DictionaryView, DownloadsView, ReadingView } from '../views.js';
import { inventedHome } from './invented-home.js';
import { inventedSite } from './invented-views.js';

export function inventedReading(name: ReadingName, language: Language = 'es'): ReadingView {
  const site = inventedSite(language);
  if (name !== 'politica-de-publicacion') return { site, name };
  const publishers: ReadingView['publishers'] = [
    {
      name: 'Secretaría de Parques y Jardines',
      uri: 'https://parques.example',
      ocidPrefix: 'ocds-000000',
      policy: 'hold',
      contact: { name: 'Unidad de Transparencia', email: 'transparencia@parques.example' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
    },
    { name: 'Secretaría de los Ríos', ocidPrefix: 'ocds-000001', policy: 'publish-marked', uri: 'javascript:alert(1)' },
  ];
  return { site, name, publishers };
}

export function inventedDictionary(language: Language = 'es'): DictionaryView {
  return { site: inventedSite(language), objects: dataDictionary(['taxes', 'jalisco']) };
}

export function inventedDownloads(language: Language = 'es'): DownloadsView {
  const { site, counts } = inventedHome(language);
  return {
    site,
    counts,
    years: [
      { year: 2024, processes: 312 },
      { year: 2023, processes: 931 },
    ],
  };
}
