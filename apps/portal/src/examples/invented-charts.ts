import type { Exploration } from '#search';
import { type Language, localeOf } from '../locale.js';
import { chartsOf } from '../views-from-store/charts-of.js';
import type { ExploreView } from '../explore.view.js';
import { inventedSite } from './invented-views.js';

const figures: Exploration = {
  spending: [
    { year: 2022, contracted: '812450000.5' },
    { year: 2023, contracted: '1498200000' },
    { year: 2024, contracted: '900000' },
  ],
  direct: [
    { year: 2023, direct: 400, processes: 931 },
    { year: 2024, direct: 41, processes: 312 },
  ],
  buyers: [
    { id: 'MX-RFC-PYJ010101AB1', name: 'Secretaría de Parques y Jardines', pesos: '1500000000' },
    {
      id: 'DEP-2',
      name: 'Organismo Público Descentralizado para la Conservación de los Ríos, Lagos y Humedales del Estado',
      pesos: '12000',
    },
  ],
  allBuyers: '2311550000.5',
  offers: [
    { offers: 1, processes: 120 },
    { offers: 2, processes: 90 },
    { offers: 5, processes: 30 },
  ],
  days: [{ year: 2024, days: 12, processes: 200 }],
};

export function inventedExploration(language: Language = 'es'): ExploreView {
  return {
    site: inventedSite(language),
    charts: chartsOf(figures, localeOf(language)),
    counted: { position: 48_213, current: false },
  };
}

export function inventedBeginning(language: Language = 'es'): ExploreView {
  const nothing: Exploration = { spending: [], direct: [], buyers: [], allBuyers: '0', offers: [], days: [] };
  return {
    site: inventedSite(language),
    charts: chartsOf(nothing, localeOf(language)),
    counted: { position: 0, current: true },
  };
}
