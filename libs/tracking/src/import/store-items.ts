import type { EntityManager } from 'typeorm';
import {
  type Actor,
  type Canonical,
  canonicalJson,
  type PlanRecord,
  type Recorded,
  RECORD_KINDS,
  type RecordKind,
  type StatusChange,
} from '#tracker';
import { contentHash } from '../store/content-hash.js';
import type { Writing } from '../store/append-lines.js';

export const IMPORTER: Actor = { id: 'system:import', role: 'importacion' };
export const REASON = 'Importación de la semilla del plan';

interface Known {
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
  readonly body: Recorded;
  readonly origin: 'seed' | 'desk';
  readonly withdrawn: boolean;
}

/** What storing the items of a seed came to. */
export interface StoredItems {
  readonly added: number;
  readonly changes: readonly StatusChange[];
  readonly kept: readonly string[];
}

/** Stores each item that is new or told otherwise; those that people changed since are theirs. */
export async function storeItems(manager: EntityManager, writing: Writing, plan: PlanRecord): Promise<StoredItems> {
  const known = new Map((await latest(manager, writing.planId)).map((one) => [`${one.kind}/${one.id}`, one]));
  const changes: StatusChange[] = [];
  const kept: string[] = [];
  let added = 0;
  for (const { kind, body, position } of itemsOf(plan)) {
    const found = known.get(`${kind}/${body.id}`);
    known.delete(`${kind}/${body.id}`);
    if (found && isSame(found, body)) continue;
    if (found?.origin === 'desk') kept.push(`${kind}/${body.id}`);
    else {
      await add(manager, writing, { kind, body, position, version: (found?.version ?? 0) + 1, withdrawn: false });
      if (found) changes.push(contentLine(found, body));
      else added += 1;
    }
  }
  for (const gone of known.values()) {
    if (gone.origin === 'desk' || gone.withdrawn) continue;
    await add(manager, writing, { ...gone, version: gone.version + 1, position: 0, withdrawn: true });
    changes.push(contentLine(gone, null));
  }
  return { added, changes, kept };
}

function itemsOf(plan: PlanRecord) {
  return RECORD_KINDS.flatMap((kind) => plan[kind].map((body: Recorded, position) => ({ kind, body, position })));
}

function isSame({ body, withdrawn }: Known, told: Recorded): boolean {
  return !withdrawn && canonicalJson(body as unknown as Canonical) === canonicalJson(told as unknown as Canonical);
}

function contentLine({ kind, id, body, withdrawn }: Known, told: Recorded | null): StatusChange {
  const from = withdrawn ? null : contentHash(body);
  return { entity: kind, entityId: id, field: 'content', from, to: told && contentHash(told), reason: REASON };
}

async function latest(manager: EntityManager, planId: string): Promise<readonly Known[]> {
  return (await manager.query(
    `SELECT DISTINCT ON (kind, id) kind, id, version, body, origin, withdrawn FROM tracker_record
      WHERE plan_id = $1 ORDER BY kind, id, version DESC`,
    [planId],
  )) as Known[];
}

interface NewVersion {
  readonly kind: RecordKind;
  readonly body: Recorded;
  readonly position: number;
  readonly version: number;
  readonly withdrawn: boolean;
}

/** What a seed tells first holds from ever: its facts are dated by themselves. */
async function add(
  manager: EntityManager,
  { planId, on }: Writing,
  { kind, body, position, version, withdrawn }: NewVersion,
): Promise<void> {
  await manager.query(
    `INSERT INTO tracker_record
       (plan_id, kind, id, version, position, body, origin, recorded_by, effective_on, withdrawn, reason)
     VALUES ($1, $2, $3, $4, $5, $6, 'seed', $7, $8, $9, $10)`,
    [
      planId,
      kind,
      body.id,
      version,
      position,
      JSON.stringify(body),
      IMPORTER.id,
      version === 1 ? '-infinity' : on,
      withdrawn,
      REASON,
    ],
  );
}
