import type { Language } from '../locale.js';
import type { ItemsView, SearchView } from '../search.view.js';
import type { ErrorView, Finding, ProcessView, ResultRow, SiteView } from '../views.js';
import { tidyHistory, tidyRelease, untidyRelease } from './invented-release.js';

/** The site as the invented pages stand on it. */
export function inventedSite(language: Language = 'es'): SiteView {
  return {
    language,
    demo: 'all',
    origin: 'https://compromiso7.example',
    updatedAt: '2024-09-10T18:00:00Z',
    assetVersion: '1',
    mail: true,
  };
}

export const inventedRows: readonly ResultRow[] = [
  {
    ocid: 'ocds-000000-LPL-099-2024',
    localNumber: 'LPL 99/2024',
    title: 'Servicio de desazolve',
    buyer: 'Secretaría de los Ríos',
    stage: 'tender',
    tenderStatus: 'active',
    method: 'open',
    date: '2024-09-10T18:00:00Z',
    deadline: '2024-09-24T20:00:00.000Z',
  },
  {
    ocid: 'ocds-000000-LPL-014-2024',
    localNumber: 'LPL 14/2024',
    title: 'Adquisición de árboles y arbustos para los parques metropolitanos, temporada de lluvias 2024',
    buyer: 'Secretaría de Parques y Jardines',
    stage: 'implementation',
    method: 'open',
    suppliers: ['Viveros del Lago, S.A. de C.V.'],
    amount: { amount: '2318840', currency: 'MXN', iva: 'with', stage: 'contract' },
    date: '2024-09-02T18:00:00Z',
    snippet: [
      { text: 'Adquisición de ', hit: false },
      { text: 'árboles', hit: true },
      { text: ' y arbustos', hit: false },
    ],
  },
  {
    ocid: 'ocds-000000-AD-7',
    stage: 'implementation',
    method: 'direct',
    suppliers: ['Papelería El Cuervo', 'S9', 'Otro', 'Otra'],
  },
];

export const inventedFindings: readonly Finding[] = [
  {
    rule: 'date.order',
    severity: 'error',
    pointer: 'Hoja «28b», fila 12, columna «Fecha del contrato»',
    path: 'contracts/0/dateSigned',
    message: { es: 'El contrato lleva fecha anterior a la del fallo.', en: 'The contract is dated before the award.' },
    remedy: { es: 'Revisar ambas fechas en el archivo de origen.', en: 'Check both dates in the source file.' },
  },
  ...['10', '11', '12', '13', '14'].map((row) => ({
    rule: 'value.missing',
    severity: 'warning',
    pointer: `Hoja «28b», fila ${row}`,
    message: { es: 'La partida no tiene precio.', en: 'The item has no price.' },
  })),
];

export function inventedProcess(language: Language = 'es'): ProcessView {
  return {
    site: inventedSite(language),
    ocid: tidyRelease.ocid,
    release: tidyRelease,
    versioned: tidyHistory,
    localNumber: 'LPL 14/2024',
    releases: [
      { id: 'r1', date: '2024-05-06T15:00:00Z', tags: ['planning', 'tender'], receivedAt: '2024-05-06T16:00:00Z' },
      { id: 'r2', date: '2024-06-22T15:00:00Z', tags: ['award', 'contract'], receivedAt: '2024-06-23T16:00:00Z' },
      {
        id: 'r3',
        date: '2024-09-02T18:00:00Z',
        tags: ['contractAmendment', 'implementation'],
        receivedAt: '2024-09-02T18:30:00Z',
      },
    ],
    publisher: {
      id: 'parques',
      name: 'Secretaría de Parques y Jardines',
      contact: 'Unidad de Transparencia · transparencia@parques.example',
    },
    sources: [
      {
        name: 'contratos-2024-t2.xlsx',
        sha256: 'a3f5'.repeat(16),
        pointer: 'Hoja «Licitaciones», fila 9',
        receivedAt: '2024-06-23T16:00:00Z',
      },
    ],
    findings: { total: 0, shown: [] },
  };
}

export function inventedUntidyProcess(language: Language = 'es'): ProcessView {
  return {
    site: inventedSite(language),
    ocid: untidyRelease.ocid,
    release: untidyRelease,
    releases: [{ id: 'r1', date: '2024-01-31', tags: ['award', 'contract'] }],
    sources: [],
    findings: { total: 8, shown: inventedFindings },
  };
}

export function inventedSearch(language: Language = 'es'): SearchView {
  return {
    site: inventedSite(language),
    query: 'árboles',
    rows: inventedRows,
    total: { value: 10000, capped: true },
    first: 26,
    previous: '/procesos?q=%C3%A1rboles&antes=b',
    next: '/procesos?q=%C3%A1rboles&despues=c',
    filters: [{ name: 'method', value: 'open', removeHref: '/procesos?q=%C3%A1rboles' }],
    kept: [{ name: 'tipo', value: 'open' }],
    sorts: [
      { by: 'relevance', href: '/procesos?q=%C3%A1rboles', active: true },
      { by: 'date', href: '/procesos?q=%C3%A1rboles&orden=fecha' },
    ],
    facets: [
      {
        name: 'stage',
        options: [
          { value: 'tender', count: 12, href: '/procesos?q=%C3%A1rboles&etapa=tender' },
          { value: 'contract', count: 1204, href: '/procesos?q=%C3%A1rboles&etapa=contract' },
        ],
      },
      {
        name: 'method',
        options: [{ value: 'open', count: 3120, href: '/procesos?q=%C3%A1rboles&tipo=open', active: true }],
      },
      {
        name: 'buyer',
        options: [
          {
            value: '21',
            label: 'Secretaría de Parques y Jardines',
            count: 88,
            href: '/procesos?q=%C3%A1rboles&comprador=21',
          },
        ],
      },
      { name: 'year', options: [{ value: '2024', count: 312, href: '/procesos?q=%C3%A1rboles&anio=2024' }] },
    ],
  };
}

export function inventedEmptySearch(language: Language = 'es'): SearchView {
  const filters = [{ name: 'year' as const, value: '2024', removeHref: '/procesos?q=unicornio' }];
  return {
    site: inventedSite(language),
    query: 'unicornio',
    rows: [],
    total: { value: 0 },
    filters,
    help: {
      spelling: { query: 'uniforme', total: { value: 12 }, href: '/procesos?q=uniforme' },
      fewer: filters.map((filter) => ({ filter, total: { value: 1 } })),
      parties: [{ side: 'supplier', id: 'MX-RFC-UNI010101AB1', name: 'Unicornio Textil, S.A. de C.V.', processes: 3 }],
    },
  };
}

export function inventedErrors(language: Language = 'es'): readonly ErrorView[] {
  const site = inventedSite(language);
  return [
    { site, status: 404 },
    { site, status: 400, detail: 'El año «dosmil» no es un número.' },
    {
      site,
      status: 410,
      ocid: 'ocds-000000-LPL-003-2024',
      withdrawal: {
        date: '2024-08-01',
        reason: 'Se publicó dos veces con números distintos.',
        legalGround: 'Acuerdo inventado 4/2024',
        by: 'Secretaría de los Ríos',
      },
    },
    { site, status: 500 },
  ];
}

export function inventedItems(language: Language = 'es'): ItemsView {
  const [, trees] = inventedRows;
  const line = { quantity: '1200', unit: 'Pieza', unitPrice: { amount: '480', currency: 'MXN' } };
  return {
    site: inventedSite(language),
    query: 'árbol',
    found: [
      {
        ocid: trees!.ocid,
        title: trees!.title,
        buyer: trees!.buyer,
        date: trees!.date,
        from: 'contract',
        lines: [{ ...line, description: 'Árbol de jacaranda, 2 m', classification: 'Plantas y árboles' }, {}],
        more: 3,
      },
    ],
    next: '/partidas?q=%C3%A1rbol&cursor=abc',
  };
}
