import { lanesOf } from '#tracker';
import type { Language } from '../locale.js';
import { seededTracker } from '../tracker/examples/invented-tracker.js';
import type { HomeView } from '../home.view.js';
import { inventedRows, inventedSite } from './invented-views.js';

function inventedCommitment(language: Language): HomeView['commitment'] {
  const { tracker, measurements } = seededTracker(language);
  const { id, number } = tracker.plan.commitments.find(({ measured }) => measured)!;
  return { number, lanes: lanesOf(tracker.plan, id, measurements.get(id)), href: `/compromisos/${number}` };
}

export function inventedHome(language: Language = 'es'): HomeView {
  return {
    site: inventedSite(language),
    counts: { processes: 1243, releases: 5210, buyers: 38, suppliers: 702 },
    open: inventedRows.slice(0, 1),
    latest: inventedRows.slice(1),
    awarded: {
      from: '2024-09-02',
      until: '2024-09-08',
      current: true,
      rows: inventedRows.slice(1),
      href: '/procesos?awardedFrom=2024-09-02&awardedTo=2024-09-08',
    },
    year: {
      year: 2024,
      processes: 312,
      processesHref: '/procesos?year=2024',
      direct: 41,
      directHref: '/procesos?year=2024&method=direct',
      contracted: [
        {
          money: { amount: '1498200000.5', currency: 'MXN' },
          processes: 207,
          href: '/procesos?year=2024&amountStage=contract&currency=MXN',
        },
        {
          money: { amount: '52000', currency: 'USD' },
          processes: 1,
          href: '/procesos?year=2024&amountStage=contract&currency=USD',
        },
      ],
      suppliers: 702,
      suppliersHref: '/proveedores?year=2024',
    },
    commitment: inventedCommitment(language),
    years: [
      {
        year: 2024,
        href: '/procesos?anio=2024',
        processes: 312,
        directAwards: 41,
        awarded: [
          { amount: '1540700000', currency: 'MXN' },
          { amount: '52000', currency: 'USD' },
        ],
        contracted: [{ amount: '1498200000.5', currency: 'MXN' }],
      },
      { year: 2023, href: '/procesos?anio=2023', processes: 931, awarded: [], contracted: [] },
    ],
  };
}
