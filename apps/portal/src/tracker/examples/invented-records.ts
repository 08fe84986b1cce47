import {
  type Assessment,
  chainEvents,
  EMPTY_LOG,
  type Evidence,
  type MetricRule,
  type Milestone,
  readPartialDate,
} from '#tracker';
import type { TrackerView } from '#tracking';

const from = { source: 'informe-2017', locator: 'L195', kind: 'textual' as const };
const known = { from, fieldFrom: {}, nulls: {} };
const date = (text: string) => readPartialDate(text)!;

export const METAS: readonly Milestone[] = [
  {
    ...known,
    id: 'c7-m1',
    commitment: 'c7',
    number: '7.1',
    title: 'Publicar las licitaciones de 2026',
    kind: 'meta',
    mode: 'declared',
    state: 'verificada',
    originalDue: date('2026-01-31'),
    currentDue: date('2026-02-28'),
    metOn: date('2026-02-20'),
    target: 'Todas',
    verificationMeans: 'Los expedientes publicados',
    weight: 2,
  },
  {
    ...known,
    nulls: { target: 'pendiente', verificationMeans: 'pendiente' },
    id: 'c7-m2',
    commitment: 'c7',
    title: 'Publicar los contratos de 2025',
    kind: 'actividad',
    mode: 'measured',
    state: 'en_proceso',
    originalDue: date('2025-12'),
  },
];

/** What moves the measured one: the second took the place of the first. */
export const RULES: readonly MetricRule[] = [
  { id: 'regla1', metric: 'C7-02', threshold: '3', since: '2026-01-15' },
  { id: 'regla2', metric: 'C7-10', threshold: '87.5', since: '2026-02-15' },
].map((one) => ({ ...known, ...one, milestone: 'c7-m2', comparator: 'at_least', session: 's-6o' }));

export const EVIDENCE: readonly Evidence[] = [
  {
    ...known,
    id: 'ev1',
    target: 'c7-m1',
    kind: 'dataset',
    title: 'Expedientes de 2026',
    url: 'https://ejemplo.example/expedientes.json',
    sha256: 'cd'.repeat(32),
    producedOn: date('2026-02-20'),
    proves: 'que las licitaciones están publicadas',
  },
  {
    ...known,
    nulls: { producedOn: 'desconocido' },
    id: 'ev2',
    target: 'c7-m1',
    kind: 'minuta',
    title: 'Minuta',
    proves: 'que se acordó',
    access: 'withheld',
  },
];

export const ASSESSMENT: Assessment = {
  ...known,
  id: 'as1',
  commitment: 'c7',
  lane: 'itei',
  stage: 'final',
  assessor: 'Órgano de monitoreo',
  completion: 'limitado',
  narrative: 'Falta publicar los contratos anteriores.',
  publishedOn: date('2026-03-01'),
  reply: { agrees: 'no', text: 'Los contratos anteriores no eran parte de la meta.', on: '2026-02-27' },
};

const META = { entity: 'milestone', entityId: 'c7-m1' };
const [ACTOR, MOVED] = [
  { id: 'ana', role: 'implementador' as const, organisation: 'itei' },
  { from: '2026-01-31', to: '2026-02-28', reason: 'Faltó el sistema' },
];

/** What people recorded of the plan. */
export const RECORDED: Partial<TrackerView> = {
  log: chainEvents(
    EMPTY_LOG,
    [
      { ...META, field: 'state', from: 'en_proceso', to: 'reportada', evidence: ['ev1'] },
      { ...META, field: 'currentDue', ...MOVED },
      { entity: 'plan', entityId: 'jalisco-2016-2018', field: 'seed', from: null, to: 'ab'.repeat(32) },
      { entity: 'milestones', entityId: 'c7-m1', field: 'content', from: null, to: 'cd'.repeat(32) },
    ],
    { actor: ACTOR, recordedAt: '2026-02-20T12:00:00Z', effectiveOn: '2026-02-19' },
  ),
  progress: [
    {
      id: 'r1',
      milestone: 'c7-m1',
      period: '2026-C1',
      level: 'completo',
      text: 'Se publicaron todas.',
      challenges: 'El sistema tardó.',
      evidence: ['ev1'],
      reporter: 'ana',
      organisation: 'itei',
      submittedOn: '2026-02-20',
      late: true,
      review: 'accepted',
      reviewedOn: '2026-02-25',
      reviewNote: 'Conforme.',
    },
  ],
  reschedules: [{ milestone: 'c7-m1', ...MOVED, session: 's-6o', on: '2026-01-30' }],
  grounds: [{ line: 4, session: 's-6o' }],
  withdrawn: [
    { evidence: 'ev0', target: 'c7-m1', title: 'Minuta equivocada', reason: 'Era de otra meta', on: '2026-02-21' },
  ],
  files: [
    { evidence: 'ev1', sha256: 'cd'.repeat(32), mime: 'application/json', bytes: 2048, fileName: 'expedientes.json' },
  ],
  terms: [{ assessment: 'as1', replyDue: '2026-02-28', coiDeclaration: 'Ninguno', evidence: ['ev1'] }],
};
