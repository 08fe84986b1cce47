import { createHash } from 'node:crypto';
import {
  type Block,
  type Canonical,
  canonicalJson,
  type Commitment,
  labelOf,
  lanesOf,
  metasOf,
  type ReportDocument,
  type ReportSection,
  type Run,
  type Text,
} from '#tracker';
import { organisationName } from '../find-in-plan.js';
import type { TrackerPageView } from '../tracker-page-view.js';

/**
 * The form by which a monitoring body of OGP Local assesses a commitment at its end, filled in with what is known here.
 * What only its evaluator can say is left to them, and says so.
 */
export function commitmentForm(view: TrackerPageView, commitment: Commitment): ReportDocument {
  const { id, name } = view.tracker.plan.plans[0]!;
  const form = {
    format: 'compromiso7/informe-anual/1' as const,
    language: 'es' as const,
    title: `Evaluación de fin de compromiso: compromiso ${commitment.number}`,
    subtitle: `${commitment.title}. ${name}. Prellenado con los datos del seguimiento al ${view.today}; lo demás lo llena quien evalúa.`,
    year: Number(view.today.slice(0, 4)),
    plan: id,
    sections: sectionsOf(view, commitment),
    figures: [],
  };
  return {
    ...form,
    hash: createHash('sha256')
      .update(canonicalJson(form as unknown as Canonical))
      .digest('hex'),
  };
}

function sectionsOf(view: TrackerPageView, commitment: Commitment): readonly ReportSection[] {
  const part = (id: string, title: string, ...blocks: readonly Block[]): ReportSection => ({
    id,
    title,
    level: 1,
    inSource: true,
    blocks,
  });
  return [
    part(
      'quien',
      'Quién evalúa',
      fields('Datos de quien evalúa', [
        ['Nombre', TO_FILL],
        ['Correo', TO_FILL],
        ['Organización', TO_FILL],
        ['Conflicto de interés', TO_FILL],
      ]),
    ),
    part('compromiso', 'Compromiso', facts(view, commitment)),
    part(
      'cumplimiento',
      '1. Cumplimiento',
      completion(view, commitment),
      paragraph('1.1 Nivel de avance, según quien evalúa: ', TO_FILL),
      paragraph('Explicación: ', TO_FILL),
      paragraph('1.2 Factores externos o internos que influyeron: ', TO_FILL),
    ),
    part('evidencia', 'Evidencia', evidence(view, commitment)),
    part(
      'apertura',
      '2. ¿Abrió el gobierno?',
      fields(
        'Cambios que se observan',
        OPENING.map((question) => [question, TO_FILL] as const),
      ),
    ),
    part('inconsistencias', 'Inconsistencias abiertas', issues(view, commitment)),
  ];
}

const TO_FILL: Run = { text: 'Por llenar: lo dice quien evalúa', style: 'missing' };

const OPENING = [
  '2.1.1 ¿Se publica más información?',
  '2.1.2 ¿De mejor calidad?',
  '2.1.3 ¿De más valor para el público?',
  '2.1.4 ¿Por mejores canales?',
  '2.1.5 ¿Más accesible?',
  '2.2 ¿Participa más la gente en las decisiones?',
  '2.3 ¿Hay mejor rendición de cuentas?',
  'Grado del cambio',
];

function facts({ tracker: { plan } }: TrackerPageView, commitment: Commitment): Block {
  const { number, title, objective, responsible, support = [] } = commitment;
  const lack = (field: string): Run => ({
    text: labelOf('nullReason', commitment.nulls[field] ?? 'no_reportado').es,
    style: 'missing',
  });
  const said = (text: string | undefined, field: string): Run => (text === undefined ? lack(field) : { text });
  return fields('Lo que se sabe', [
    ['Número', { text: String(number) }],
    ['Título', { text: title }],
    ['Objetivo', said(objective, 'objective')],
    ['Responsable', said(responsible && organisationName(plan, responsible), 'responsible')],
    [
      'Apoyan',
      support.length > 0 ? { text: support.map((one) => organisationName(plan, one)).join(', ') } : lack('support'),
    ],
    ['Inicio', said(commitment.start?.earliest, 'start')],
    ['Término', said(commitment.currentEnd?.latest ?? commitment.originalEnd?.latest, 'originalEnd')],
  ]);
}

function completion({ tracker: { plan }, measurements }: TrackerPageView, { id }: Commitment): Block {
  const { declared, assessed, measured } = lanesOf(plan, id, measurements.get(id));
  const words = (code: (typeof declared)['derived'] | undefined): string =>
    code ? labelOf('completion', code).es : 'Pendiente de captura';
  const entries = [...(declared.declaration ? [declared.declaration] : []), ...assessed];
  const rows: (readonly Text[])[] = [
    ...entries.map(({ lane, completion: level, legacy, assessor }): readonly Text[] => [
      [{ text: labelOf('lane', lane).es }],
      [{ text: `${words(level)}${legacy ? '. Declarado en el informe 2017, sin evidencia en esta plataforma' : ''}` }],
      [{ text: assessor }],
    ]),
    [
      [{ text: 'Derivado de las metas' }],
      [{ text: words(declared.derived) }],
      [{ text: `Esta plataforma: ${metasOf(plan, id).length} metas` }],
    ],
    ...(measured?.figures ?? []).map(({ label, value, url = '' }): readonly Text[] => [
      [{ text: `Medición: ${label}` }],
      [{ text: value }],
      [{ text: url }],
    ]),
  ];
  return {
    kind: 'table',
    caption: 'Lo que se declara, se evalúa y se mide',
    head: ['Carril', 'Qué dice', 'Quién'],
    rows,
  };
}

function evidence({ tracker: { plan } }: TrackerPageView, { id }: Commitment): Block {
  const own = new Set([id, ...metasOf(plan, id).map((one) => one.id)]);
  const list = plan.evidence.filter(({ target }) => own.has(target));
  if (list.length === 0) return paragraph({ text: 'Ninguna evidencia en esta plataforma.', style: 'missing' });
  return {
    kind: 'list',
    items: list.map(({ title, proves, url = '', sha256 = '' }) => [
      { text: [title, proves, url, sha256].filter(Boolean).join('. ') },
    ]),
  };
}

function issues({ tracker: { plan } }: TrackerPageView, { id }: Commitment): Block {
  const open = plan.dataIssues.filter(({ status, about = [] }) => status === 'abierta' && about.includes(id));
  if (open.length === 0) return paragraph('Ninguna.');
  return { kind: 'list', items: open.map(({ number, text }) => [{ text: `${number}: ${text}` }]) };
}

function paragraph(...text: readonly (string | Run)[]): Block {
  return { kind: 'paragraph', text: text.map((one) => (typeof one === 'string' ? { text: one } : one)) };
}

function fields(caption: string, rows: readonly (readonly [string, Run])[]): Block {
  return {
    kind: 'table',
    caption,
    head: ['Dato', 'Valor'],
    rows: rows.map(([label, value]) => [[{ text: label }], [value]]),
  };
}
