import type { FlatRow } from '#ocds';
import { labelOf, lanesOf, type PlanRecord, type Recorded, type RecordKind } from '#tracker';
import type { RowList } from '#tables';
import { organisationName, titleOf } from '../find-in-plan.js';
import type { TrackerPageView } from '../tracker-page-view.js';

/** The kinds of record that are downloaded as a table, by the Spanish name in their address. */
export const RECORD_FILES = {
  compromisos: 'commitments',
  metas: 'milestones',
  reglas: 'metricRules',
  evidencias: 'evidence',
  evaluaciones: 'assessments',
  asientos: 'seats',
  integrantes: 'memberships',
  enlaces: 'liaisons',
  sesiones: 'sessions',
  acuerdos: 'agreements',
  comites: 'committees',
  reuniones: 'meetingSeries',
  recursos: 'funds',
  eventos: 'events',
  laboratorio: 'programmeSites',
  documentos: 'documents',
  inconsistencias: 'dataIssues',
  'otras-fuentes': 'assertions',
  organizaciones: 'organisations',
  personas: 'people',
  fuentes: 'sources',
} as const satisfies Readonly<Record<string, RecordKind>>;

export type RecordFileName = keyof typeof RECORD_FILES;

/**
 * All of one kind as a table: a column a field, with the reason where a value is absent, and the place in the source.
 * Ids of organisations, sessions and the like are followed by their names.
 */
export function recordRows(view: TrackerPageView, name: RecordFileName): RowList {
  const { plan } = view.tracker;
  const kind = RECORD_FILES[name];
  const items: readonly Recorded[] = plan[kind];
  const fields = [...new Set(items.flatMap((item) => [...Object.keys(item), ...Object.keys(item.nulls)]))].filter(
    (field) => !OF_THE_RECORD.has(field),
  );
  const lanes = kind === 'commitments';
  const headings = ['id', ...fields, ...(lanes ? LANES : []), 'source', 'locator', 'quote', 'assertion_kind', 'notes'];
  const rows = items.map((item): FlatRow => [
    item.id,
    ...fields.map((field) => cellOf(plan, item, field)),
    ...(lanes ? laneCells(view, item.id) : []),
    item.from.source,
    item.from.locator ?? null,
    item.from.quote ?? null,
    item.from.kind,
    item.notes?.join('; ') ?? null,
  ]);
  return { columns: headings.map((heading) => ({ heading, type: 'string' as const })), batches: [rows] };
}

const OF_THE_RECORD: ReadonlySet<string> = new Set(['id', 'from', 'fieldFrom', 'nulls', 'notes']);
const LANES = ['declared', 'declared_legacy', 'derived', 'assessed', 'measured', 'discrepancy'];

function laneCells({ tracker: { plan }, measurements }: TrackerPageView, id: string): FlatRow {
  const { declared, assessed, measured, discrepancies } = lanesOf(plan, id, measurements.get(id));
  return [
    declared.declaration?.completion ?? null,
    declared.declaration ? String(declared.declaration.legacy) : null,
    declared.derived,
    assessed.map(({ lane, completion }) => `${lane}: ${completion ?? 'pendiente'}`).join('; ') || null,
    measured ? (measured.completion ?? 'medido, sin meta fijada') : null,
    String(discrepancies.length > 0),
  ];
}

/** Text of a value; an absent one is the reason in brackets, so that no cell is blank without saying why. */
function cellOf(plan: PlanRecord, item: Recorded, field: string): string | null {
  const value = (item as unknown as Readonly<Record<string, unknown>>)[field];
  if (value !== undefined) return textOf(plan, value);
  const reason = item.nulls[field];
  return reason === undefined ? null : `[${labelOf('nullReason', reason).es}]`;
}

function textOf(plan: PlanRecord, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => textOf(plan, one)).join('; ');
  if (typeof value === 'string') return namedText(plan, value);
  if (typeof value !== 'object' || value === null) return String(value);
  return objectText(plan, value as Readonly<Record<string, unknown>>);
}

function namedText(plan: PlanRecord, id: string): string {
  const organisation = organisationName(plan, id);
  const name = organisation === id ? titleOf(plan, id) : organisation;
  return name === id ? id : `${id} (${name})`;
}

/** A partial date by its first and last day; a quantity with what it counts; anything else as JSON. */
function objectText(plan: PlanRecord, value: Readonly<Record<string, unknown>>): string {
  const { earliest, latest, text, measure, qualifier } = value;
  if (typeof earliest === 'string') return earliest === latest ? earliest : `${earliest}/${String(latest)}`;
  if (typeof measure === 'string') {
    const said = text === undefined ? '' : ` («${String(text)}»)`;
    return `${qualifier === 'at_least' ? '≥ ' : ''}${String(value['value'])} ${measure}${said}`;
  }
  return JSON.stringify(value);
}
