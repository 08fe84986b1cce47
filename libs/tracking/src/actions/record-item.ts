import type { Actor } from '#access';
import { checkItem, type Milestone, type PlanRecord, type Recorded, RECORD_KINDS, type RecordKind } from '#tracker';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { newId } from './new-id.js';
import { perform, type Work } from './perform.js';
import { deny, optionalText, reasonFrom } from './refused.js';
import { recordedHere, recordedPlan, writeRecord } from './write-record.js';

export interface RecordInput {
  readonly plan: string;
  readonly kind: string;
  /** Its fields, as in `schemas/tracker/seed.schema.json`; with the `id` of what is there, its new version. */
  readonly item: Readonly<Record<string, unknown>>;
  /** Of a new version. */
  readonly reason?: string | undefined;
}

/**
 * Records something of a plan, or a new version of it: what the secretariat keeps. States, evidence and assessments have
 * their own actions.
 */
export function recordItem(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, kind, item, reason }: RecordInput,
): Promise<Outcome<{ readonly id: string }>> {
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    const id = await recordIn(work, kindFrom(kind), item, reason);
    return { id };
  });
}

/** As `recordItem`, within a transaction. @throws Refused */
export async function recordIn(
  work: Work,
  kind: RecordKind,
  item: Readonly<Record<string, unknown>>,
  reason: string | undefined,
): Promise<string> {
  const plan = await recordedPlan(work);
  const before = (plan[kind] as readonly Recorded[]).find(({ id }) => id === item['id']);
  if (kind === 'milestones') checkMilestone(before as Milestone | undefined, item);
  const id = typeof item['id'] === 'string' && item['id'] !== '' ? item['id'] : newId(PREFIXES[kind] ?? 'd');
  if (!before && Object.values(plan).some((list: readonly Recorded[]) => list.some((one) => one.id === id)))
    deny('DUPLICATE', { what: id });
  const written = { ...provenance(before, item, work.on), ...defined(item), id };
  const body = checked(plan, kind, written);
  const why = before ? reasonFrom(reason) : optionalText(reason);
  await work.append(await writeRecord(work, kind, body, { reason: why }));
  return id;
}

/** What people change of something that a source told is theirs; the rest stays the source's. */
function provenance(before: Recorded | undefined, item: Readonly<Record<string, unknown>>, on: string) {
  const here = recordedHere(on);
  if (!before) return here;
  const changed = Object.keys(defined(item)).filter((field) => field !== 'id');
  return {
    ...before,
    fieldFrom: { ...before.fieldFrom, ...Object.fromEntries(changed.map((field) => [field, here.from])) },
  };
}

const PREFIXES: Readonly<Partial<Record<RecordKind, string>>> = {
  sessions: 'ses',
  agreements: 'acu',
  milestones: 'meta',
  metricRules: 'regla',
  events: 'ev',
};
/** With actions of their own; a plan is its seed's. */
const ELSEWHERE: ReadonlySet<string> = new Set(['plans', 'sources', 'metricRules', 'evidence', 'assessments']);
/** Told by the log. */
const OF_LOG = ['state', 'currentDue', 'metOn', 'placeholder'];

function kindFrom(kind: string): RecordKind {
  const known = RECORD_KINDS.find((one) => one === kind);
  return known === undefined || ELSEWHERE.has(kind) ? deny('NOT_RECORDED_HERE', { what: kind }) : known;
}

function checkMilestone(before: Milestone | undefined, item: Readonly<Record<string, unknown>>): void {
  for (const field of OF_LOG) if (item[field] !== undefined) deny('NOT_RECORDED_HERE', { what: field });
  if (before?.placeholder) deny('NOT_RECORDED_HERE', { what: before.id });
  const due = item['originalDue'];
  if (before?.originalDue && due !== undefined && due !== before.originalDue.latest) deny('ORIGINAL_DATE');
}

function checked(plan: PlanRecord, kind: RecordKind, written: Readonly<Record<string, unknown>>): Recorded {
  const { item, faults } = checkItem(plan, kind, written);
  if (item) return item;
  const [{ place, message }] = faults as [(typeof faults)[number]];
  const where = place.replace(/^items\/0\/?/, '');
  return deny('FORM', { what: { es: `${where} ${message.es}`.trim(), en: `${where} ${message.en}`.trim() } });
}

/** A field that a form leaves out or empty is not told. */
function defined(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined && value !== ''));
}
