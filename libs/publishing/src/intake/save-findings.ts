import type { EntityManager } from 'typeorm';
import { insertRows } from '#database';
import { storableJson, storableText } from '../storable.js';
import type { FoundFinding } from './findings-of.js';
import type { FindingComparison, FindingCounts, UploadFinding } from './upload.js';

/** Of one upload; nobody mends more than these before sending it again. */
const MOST_KEPT = 50_000;
const PER_STATEMENT = 2_000;
const FIRST = 20;
/** Enough to know a cell by. */
const LONGEST_VALUE = 1_000;

export interface SavedFindings {
  readonly counts: FindingCounts;
  readonly first: readonly UploadFinding[];
  readonly comparison: FindingComparison | undefined;
}

/**
 * Puts the findings of an upload in the place of those it had, and compares them with those of the one it replaces.
 *
 * @param replaces id of the earlier upload
 */
export async function saveFindings(
  manager: EntityManager,
  uploadId: string,
  found: AsyncIterable<FoundFinding>,
  replaces: string | null,
): Promise<SavedFindings> {
  await manager.query('DELETE FROM upload_finding WHERE upload_id = $1', [uploadId]);
  const counts = { error: 0, warning: 0, note: 0, isCut: false };
  const keyOf = createKeys();
  let waiting: unknown[][] = [];
  let position = 0;
  for await (const finding of found) {
    counts[finding.severity]++;
    if (position >= MOST_KEPT) {
      counts.isCut = true;
      continue;
    }
    waiting.push([uploadId, position++, keyOf(finding), ...valuesOf(finding)]);
    if (waiting.length < PER_STATEMENT) continue;
    await insertRows(manager, 'upload_finding', COLUMNS, waiting);
    waiting = [];
  }
  await insertRows(manager, 'upload_finding', COLUMNS, waiting);
  const comparison = replaces === null ? undefined : await compare(manager, uploadId, replaces);
  return { counts, first: await firstOf(manager, uploadId), comparison };
}

const COLUMNS = [
  'upload_id',
  'position',
  'key',
  'severity',
  'rule',
  'message',
  'remedy',
  'sheet',
  'row',
  'col',
  'header',
  'value',
  'pointer',
  'ocid',
];

function valuesOf(finding: FoundFinding): readonly unknown[] {
  const text = (value: string | null) => (value === null ? null : storableText(value.slice(0, LONGEST_VALUE)));
  const { severity, rule, message, remedy, sheet, row, column, header, value, pointer, ocid } = finding;
  const said = [severity, rule, storableJson(message), storableJson(remedy)];
  return [...said, text(sheet), row, column, text(header), text(value), text(pointer), text(ocid)];
}

/**
 * The same key for the same fault of the same process in the corrected file. What tells no process is known by its row;
 * several alike, by their order.
 */
function createKeys(): (finding: FoundFinding) => string {
  const seen = new Map<string, number>();
  return ({ rule, header, ocid, sheet, row, pointer }) => {
    const subject = ocid ?? (row === null ? pointer : `${sheet ?? ''}!${row}`);
    const key = storableText(JSON.stringify([rule, header?.slice(0, LONGEST_VALUE), subject]));
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}${times}`;
  };
}

async function compare(manager: EntityManager, uploadId: string, replaces: string): Promise<FindingComparison> {
  await manager.query(
    `UPDATE upload_finding f SET change = CASE WHEN EXISTS (
        SELECT FROM upload_finding e WHERE e.upload_id = $2 AND e.key = f.key) THEN 'still' ELSE 'new' END
      WHERE f.upload_id = $1`,
    [uploadId, replaces],
  );
  const [row] = (await manager.query(
    `SELECT count(*) FILTER (WHERE change = 'still')::int AS still, count(*) FILTER (WHERE change = 'new')::int AS new,
            (SELECT count(*)::int FROM upload_finding e WHERE e.upload_id = $2 AND NOT EXISTS (
              SELECT FROM upload_finding f WHERE f.upload_id = $1 AND f.key = e.key)) AS fixed
       FROM upload_finding WHERE upload_id = $1`,
    [uploadId, replaces],
  )) as FindingComparison[];
  return row!;
}

export const FINDING_COLUMNS = `position, severity, rule, message, remedy, sheet, row, col AS "column", header, value,
  pointer, ocid, change`;

async function firstOf(manager: EntityManager, uploadId: string): Promise<readonly UploadFinding[]> {
  return (await manager.query(
    `SELECT ${FINDING_COLUMNS} FROM upload_finding WHERE upload_id = $1
      ORDER BY severity <> 'error', position LIMIT ${FIRST}`,
    [uploadId],
  )) as UploadFinding[];
}
