import type { EntityManager } from 'typeorm';
import type { Recorded, StatusEvent } from '#tracker';
import { contentHash } from './content-hash.js';
import { seedDigest } from './seed-digest.js';

interface Content {
  /** As the log names it. */
  readonly entity: string;
  readonly id: string;
  /** What its hash is of; null: withdrawn. */
  readonly body: object | null;
}

/** What is stored of a plan and is not what the last line about it tells. */
export async function contentFaults(
  manager: EntityManager,
  planId: string,
  log: readonly StatusEvent[],
): Promise<readonly string[]> {
  const told = new Map<string, string | null>();
  for (const { entity, entityId, field, to } of log) if (field === 'content') told.set(`${entity}/${entityId}`, to);
  const seed = told.get(`plan/${planId}`);
  const faults =
    seed === undefined || seed === (await seedDigest(manager, planId)) ? [] : [`${planId}: la semilla se alteró`];
  for (const { entity, id, body } of await contentsOf(manager, planId)) {
    const line = told.get(`${entity}/${id}`);
    if (line === undefined) faults.push(`${planId} ${id}: no tiene renglón`);
    else if (line !== (body && contentHash(body))) faults.push(`${planId} ${id}: se alteró`);
  }
  return faults;
}

async function contentsOf(manager: EntityManager, planId: string): Promise<readonly Content[]> {
  const records = (await manager.query(RECORDS, [planId])) as {
    kind: string;
    id: string;
    body: Recorded;
    withdrawn: boolean;
  }[];
  const reports = (await manager.query(REPORTS, [planId])) as ({ id: string; challenges: string | null } & object)[];
  const replies = (await manager.query(REPLIES, [planId])) as { id: string; agrees: string; text: string }[];
  return [
    ...records.map(({ kind, id, body, withdrawn }) => ({
      entity: kind === 'assessments' ? 'assessment' : kind,
      id,
      body: withdrawn ? null : body,
    })),
    ...reports.map(({ challenges, ...report }) => ({
      entity: 'report',
      id: report.id,
      body: { ...report, ...(challenges !== null && { challenges }) },
    })),
    ...replies.map(({ id, agrees, text }) => ({ entity: 'reply', id, body: { agrees, text } })),
  ];
}

/** What people wrote; what seeds told is bound as a whole. */
const RECORDS = `
SELECT DISTINCT ON (kind, id) kind, id, body, withdrawn FROM tracker_record
 WHERE plan_id = $1 AND origin = 'desk' ORDER BY kind, id, version DESC`;

const REPORTS = `
SELECT id, milestone, period, level, text, challenges, evidence, late FROM tracker_report WHERE plan_id = $1`;

const REPLIES = `SELECT assessment AS id, agrees, text FROM tracker_reply WHERE plan_id = $1`;
