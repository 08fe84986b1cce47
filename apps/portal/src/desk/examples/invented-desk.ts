import { inventedSite } from '../../examples/invented-views.js';
import type { Language } from '../../locale.js';
import { DESK_SECTIONS, EMPTY_FORM } from '../views/desk.view.js';
import type { DeskView, FormState } from '../views/desk.view.js';
import type { SourceFormView, SourceLine, SourceRun, SourceView } from '../views/source.view.js';
import type { CorrectionLine, DeskProcessRow } from '../views/process.view.js';

/** Somebody at the desk who may do everything. */
export function inventedDesk(language: Language = 'es'): DeskView {
  return {
    site: inventedSite(language),
    person: { name: 'Rosa Robledo', organisations: ['Secretaría de Parques y Jardines'] },
    csrf: 'prueba-csrf',
    sections: DESK_SECTIONS,
  };
}

/** A form that came back with two things to correct. */
export const wrongForm: FormState = {
  values: { id: 'Sepaf 1', url: 'sepaf.example', policy: 'hold', nombre: 'Rosa', prefijo: 'jalisco' },
  errors: [
    { field: 'id', message: 'La clave lleva minúsculas, cifras y guiones, hasta 63.' },
    { field: 'url', message: 'Escribir la dirección completa, con http:// o https://.' },
  ],
};

export const inventedProcesses: readonly DeskProcessRow[] = [
  {
    ocid: 'ocds-000000-LPL-014-2024',
    localNumber: 'LPL 14/2024',
    title: 'Adquisición de árboles y arbustos para los parques metropolitanos',
    buyer: 'Secretaría de Parques y Jardines',
    state: 'published',
    date: '2024-09-02',
    amount: { amount: '2318840', currency: 'MXN', stage: 'contract' },
  },
  { ocid: 'ocds-000000-AD-7', state: 'held' },
  {
    ocid: 'ocds-000000-AD-8',
    title: 'Papelería',
    buyer: 'Secretaría de los Ríos',
    state: 'withdrawn',
    date: '2024-01-31',
  },
  {
    ocid: 'ocds-000000-AD-9',
    title: 'Cafetería',
    buyer: 'Secretaría de los Ríos',
    state: 'proposed',
    date: '2024-01-31',
  },
];

export const inventedCorrections: readonly CorrectionLine[] = [
  {
    id: '31',
    ocid: 'ocds-000000-LPL-014-2024',
    reason: 'El monto se capturó con dos cifras cambiadas.',
    by: 'Rosa Robledo',
    at: '2026-04-07T18:05:00Z',
    state: 'proposed',
  },
  {
    id: '30',
    ocid: 'ocds-000000-AD-7',
    reason: 'Se repitió la partida 3.',
    by: 'Ana Ríos',
    at: '2026-04-01T18:05:00Z',
    state: 'published',
  },
];

const source: SourceLine = {
  id: 'parques-trimestral',
  kind: 'folder',
  publisherId: 'parques',
  profile: null,
  schedule: 'cada 15 min',
  paused: false,
  lastSuccessAt: '2026-04-07T18:05:00Z',
  lastNewsAt: '2026-01-12T16:40:00Z',
  lastRunAt: '2026-04-07T18:05:00Z',
  lastOutcome: 'unchanged',
  lastErrorCode: null,
  lastErrorMessage: null,
  lastErrorRemedy: null,
  alarm: null,
  silentSince: null,
};

const silent: SourceLine = {
  ...source,
  id: 'sepaf-2017',
  kind: 'ocapi-2017',
  lastSuccessAt: null,
  lastNewsAt: null,
  lastOutcome: 'failed',
  alarm: 'no-success',
  silentSince: '2026-04-01T00:00:00Z',
  lastErrorCode: 'HTTP_STATUS',
  lastErrorMessage: 'El servidor respondió 503.',
  lastErrorRemedy: 'Esperar, o preguntar a quien lo opera.',
};

export const inventedSources: readonly SourceLine[] = [
  silent,
  source,
  { ...source, id: 'ceaa-sftp', kind: 'sftp', paused: true },
];

const run: SourceRun = {
  id: '9',
  trigger: 'schedule',
  outcome: 'done',
  startedAt: '2026-04-07T18:05:00Z',
  endedAt: '2026-04-07T18:05:04Z',
  errorCode: null,
  errorMessage: null,
  errorRemedy: null,
  files: 1,
  repeated: 0,
  faulty: 0,
  releases: 48,
  held: 1,
  refused: 0,
};

export function inventedSource(language: Language = 'es'): SourceView {
  const runs: readonly SourceRun[] = [
    {
      ...run,
      trigger: 'person',
      outcome: 'failed',
      files: 0,
      releases: 0,
      held: 0,
      errorCode: 'HTTP_STATUS',
      errorMessage: 'El servidor respondió 503.',
      errorRemedy: 'Esperar.',
    },
    run,
  ];
  const config = [
    ['url', 'https://parques.example/contratos.csv'],
    ['tokenEnv', 'C7_SECRET_PARQUES'],
  ] as const;
  return { ...inventedDesk(language), source: silent, config, runs, mayManage: true };
}

export function inventedSourceForm(kind: SourceFormView['kind'], language: Language = 'es'): SourceFormView {
  return {
    ...inventedDesk(language),
    kind,
    form: kind === 'http' ? wrongForm : EMPTY_FORM,
    publishers: [{ value: 'parques', label: 'Secretaría de Parques y Jardines' }],
    profiles: [{ value: 'sipot-28-unified', label: 'PNT, formato unificado' }],
  };
}
