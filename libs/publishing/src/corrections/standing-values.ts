import type { EntityManager } from 'typeorm';
import { insertRows } from '#database';
import { type Json, type JsonObject, parsePointer } from '#ocds';
import { canonicalJson } from '../canonical-json.js';
import { loadHistories } from '../load-histories.js';
import { mergeHistory, type StoredRelease } from '../merge-history.js';
import { storableJson } from '../storable.js';
import type { CorrectedValue } from './corrected-values.js';
import { valueAt } from './value-at.js';

/** A value that a published correction put right. */
export interface StandingValue extends CorrectedValue {
  readonly ocid: string;
  readonly correctionId: string;
}

/** A file's batch, and whose it is. */
export interface NoticeOrigin {
  readonly publisherId: string;
  readonly batchId: string;
}

/** Of each process, what its corrections put right and still holds; only processes that have some. */
export async function loadStanding(
  manager: EntityManager,
  ocids: readonly string[],
): Promise<ReadonlyMap<string, readonly StandingValue[]>> {
  const corrected = await loadCorrected(manager, ocids);
  if (corrected.size === 0) return new Map();
  const histories = await loadHistories(manager, [...corrected.keys()], ['accepted', 'published', 'withdrawn']);
  return new Map(
    [...corrected].map(([ocid, values]) => [ocid, standingIn(mergedOf(histories.get(ocid)!), values)] as const),
  );
}

/** The last that corrections said of each value. */
export async function loadCorrected(
  manager: EntityManager,
  ocids: readonly string[],
): Promise<ReadonlyMap<string, readonly StandingValue[]>> {
  const rows = (await manager.query(
    `SELECT DISTINCT ON (ocid, pointer) ocid, pointer, correction_id AS "correctionId", before, after
       FROM corrected_value WHERE ocid = ANY($1) ORDER BY ocid, pointer, corrected_at DESC`,
    [ocids],
  )) as (StandingValue & { before: Json; after: Json })[];
  const corrected = new Map<string, StandingValue[]>();
  for (const { before, after, ...row } of rows) {
    const value = { ...row, ...(before !== null && { before }), ...(after !== null && { after }) };
    corrected.set(row.ocid, [...(corrected.get(row.ocid) ?? []), value]);
  }
  return corrected;
}

/** Those values that a process still has as they were put right. */
export function standingIn(compiled: JsonObject, values: readonly StandingValue[]): readonly StandingValue[] {
  return values.filter(({ pointer, after }) => sameValue(valueAt(compiled, parsePointer(pointer)!), after));
}

/** What some releases of a process come to; nothing, where there are none. */
export function mergedOf(history: readonly StoredRelease[]): JsonObject {
  return mergeHistory(history).compiled ?? {};
}

/** Absent and null are the same. */
export function sameValue(one: Json | undefined, other: Json | undefined): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}

/** Locks the records of those processes that there are, in the order in which everybody locks them. */
export async function lockKnown(manager: EntityManager, ocids: readonly string[]): Promise<void> {
  await manager.query('SELECT 1 FROM record WHERE ocid = ANY($1) ORDER BY ocid FOR UPDATE', [ocids]);
}

/** Writes down values that a file told again as they were before they were put right. */
export async function noteKept(
  manager: EntityManager,
  origin: NoticeOrigin,
  values: readonly (StandingValue & { readonly told?: Json | undefined })[],
): Promise<void> {
  await note(manager, origin, 'kept', values);
}

export async function note(
  manager: EntityManager,
  { publisherId, batchId }: NoticeOrigin,
  outcome: 'kept' | 'overtaken',
  values: readonly (StandingValue & { readonly told?: Json | undefined })[],
): Promise<void> {
  await insertRows(
    manager,
    'correction_notice',
    ['batch_id', 'publisher_id', 'correction_id', 'ocid', 'pointer', 'outcome', 'told'],
    values.map(({ correctionId, ocid, pointer, told }) => [
      batchId,
      publisherId,
      correctionId,
      ocid,
      pointer,
      outcome,
      told === undefined ? null : storableJson(told),
    ]),
  );
}
