import type { SupplierStanding } from '#search';
import type { Language } from '../locale.js';
import type { OpenTendersView, PartyListView, PartyView } from '../views.js';
import { inventedRows, inventedSite } from './invented-views.js';

/** In the register, presumed on one list. */
export const inventedStanding: SupplierStanding = {
  sources: [
    { publisherId: 'adm', publisher: 'Secretaría de Administración', list: null, receivedOn: '2024-08-01' },
    { publisherId: 'sat', publisher: 'SAT', list: 'sat-69b', receivedOn: '2024-07-15' },
  ],
  entries: [
    {
      publisherId: 'adm',
      list: null,
      situation: null,
      since: null,
      reportedOn: '2024-06-30',
      receivedOn: '2024-08-01',
      fileName: 'padron-2024-t2.xlsx',
    },
    {
      publisherId: 'sat',
      list: 'sat-69b',
      situation: 'presumed',
      since: '2024-03-04',
      reportedOn: null,
      receivedOn: '2024-07-15',
      fileName: 'listado-69b.csv',
    },
  ],
};

export function inventedSupplier(language: Language = 'es'): PartyView {
  return {
    site: inventedSite(language),
    side: 'supplier',
    id: 'MX-RFC-VLA010101AB1',
    name: 'Viveros del Lago, S.A. de C.V.',
    names: ['VIVEROS DEL LAGO SA DE CV'],
    keys: ['MX-RFC-VLA010101AB1', 'PROV-GOB-JAL-P99001'],
    processes: 17,
    offered: 15,
    won: 6,
    lost: 1,
    money: [
      { amount: '9400000', currency: 'MXN' },
      { amount: '1200', currency: 'USD' },
    ],
    firstYear: 2019,
    lastYear: 2024,
    years: [
      {
        year: 2024,
        href: '/procesos?participant=MX-RFC-VLA010101AB1&year=2024',
        processes: 3,
        directAwards: 1,
        awarded: [{ amount: '2318840', currency: 'MXN' }],
        contracted: [],
      },
    ],
    stages: [
      { code: 'award', processes: 5, href: '/procesos?stage=award' },
      { code: 'implementation', processes: 12, href: '/procesos?stage=implementation' },
    ],
    methods: [{ code: 'open', processes: 16, href: '/procesos?method=open' }, { processes: 1 }],
    counterparts: ['Uno', 'Dos', 'Tres', 'Cuatro'].map((name, n) => ({
      id: `DEP-${n}`,
      name: `Secretaría ${name}`,
      processes: 4 - n,
      awards: 4 - n,
      money: n === 3 ? undefined : { amount: String(3_000_000 - n * 1_000_000), currency: 'MXN' },
      href: '/procesos',
    })),
    late: [],
    undone: [{ title: 'Sillas y mesas', href: '/procesos/ocds-c7demo-2' }],
    invalid: 0,
    standing: inventedStanding,
    latest: inventedRows.slice(1),
    allHref: '/procesos?participant=MX-RFC-VLA010101AB1',
    downloads: [{ format: 'csv', href: '/descargas/busqueda.csv?participant=MX-RFC-VLA010101AB1' }],
    feeds: [{ format: 'atom', href: '/feeds/proveedores/MX-RFC-VLA010101AB1.atom' }],
    alert: { topic: 'supplier', query: 'participant=MX-RFC-VLA010101AB1' },
  };
}

/** A buyer of whom little is told. */
export function inventedBuyer(language: Language = 'es'): PartyView {
  return {
    ...inventedSupplier(language),
    side: 'buyer',
    standing: undefined,
    id: 'c7-0123456789abcdef',
    name: 'Secretaría de Parques y Jardines',
    names: [],
    keys: ['c7-0123456789abcdef'],
    processes: 1,
    won: 0,
    money: [],
    years: [],
    methods: [{ code: 'direct', processes: 1 }],
    counterparts: [],
    lag: { median: 23, processes: 1 },
    late: [{ title: 'Papel y lápices', href: '/procesos/ocds-c7demo-1', days: 23 }],
    undone: [],
    invalid: 1,
  };
}

export function inventedParties(language: Language = 'es'): PartyListView {
  const { id, name, processes, won, money, firstYear, lastYear } = inventedSupplier();
  return {
    site: inventedSite(language),
    side: 'supplier',
    query: 'viberos',
    total: { value: 2 },
    rows: [
      { id, name, processes, won, money, firstYear, lastYear },
      { id: 'c7-1', name: 'Persona Inventada', processes: 1, won: 0, money: [] },
    ],
    next: '/proveedores?q=viberos&cursor=abc',
  };
}

export function inventedOpenTenders(language: Language = 'es'): OpenTendersView {
  return {
    site: inventedSite(language),
    rows: inventedRows.slice(0, 1),
    capped: false,
    category: 'services',
    min: '1000',
    feeds: [{ format: 'ical', href: '/feeds/licitaciones-abiertas.ics?category=services&min=1000' }],
    alert: { topic: 'open', query: 'category=services&min=1000' },
  };
}
