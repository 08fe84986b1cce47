import type { Upload, UploadFinding, UploadState } from './upload.js';
import { FINDING_COLUMNS } from './save-findings.js';
import { findUpload, type Queryable, toUpload, UPLOAD_COLUMNS, type UploadRow } from './upload-rows.js';
import type { RowOutcome } from '../batch-report.js';

export interface UploadsQuery {
  /** Only these; all that the manager may see where absent. */
  readonly publisherIds?: readonly string[] | undefined;
  readonly state?: UploadState | undefined;
  /** The last one of the page before. */
  readonly after?: { readonly createdAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** An upload in a list, and the precise instant that the next page begins after. */
export interface ListedUpload extends Upload {
  readonly place: string;
}

/** Uploads, the newest first. */
export async function listUploads(manager: Queryable, query: UploadsQuery): Promise<readonly ListedUpload[]> {
  const { publisherIds = null, state = null, after, limit } = query;
  const rows = (await manager.query(
    `SELECT ${UPLOAD_COLUMNS}, u.created_at::text AS place FROM upload u
      WHERE ($1::text[] IS NULL OR u.publisher_id = ANY($1)) AND ($2::text IS NULL OR u.state = $2)
        AND ($3::timestamptz IS NULL OR (u.created_at, u.id) < ($3::timestamptz, $4::uuid))
      ORDER BY u.created_at DESC, u.id DESC LIMIT $5`,
    [publisherIds, state, after?.createdAt ?? null, after?.id ?? null, limit],
  )) as (UploadRow & { readonly place: string })[];
  return rows.map((row) => ({ ...toUpload(row), place: row.place }));
}

export interface FindingsQuery {
  /** `fixed`: those of the upload that this one replaces which are gone. */
  readonly change?: 'new' | 'still' | 'fixed' | undefined;
  readonly severity?: UploadFinding['severity'] | undefined;
  /** Position of the last one of the page before. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** Findings of an upload, in the order of its file. @throws UploadError UPLOAD_UNKNOWN */
export async function listFindings(
  manager: Queryable,
  uploadId: string,
  { change, severity, after = -1, limit }: FindingsQuery,
): Promise<readonly UploadFinding[]> {
  const { id, replaces } = await findUpload(manager, uploadId);
  const which = change === 'fixed' ? FIXED : '$2::uuid IS NOT NULL AND ($3::text IS NULL OR f.change = $3)';
  return (await manager.query(
    `SELECT ${FINDING_COLUMNS} FROM upload_finding f
      WHERE f.upload_id = ${change === 'fixed' ? '$3::uuid' : '$2::uuid'} AND ${which}
        AND ($4::text IS NULL OR f.severity = $4) AND f.position > $5 ORDER BY f.position LIMIT $1`,
    [limit, id, change === 'fixed' ? replaces : (change ?? null), severity ?? null, after],
  )) as UploadFinding[];
}

const FIXED = 'NOT EXISTS (SELECT FROM upload_finding n WHERE n.upload_id = $2::uuid AND n.key = f.key)';

/** What becomes, or became, of a row of the file. */
export interface ListedRow {
  readonly sheet: string;
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly reason: string | null;
  readonly ocid: string | null;
  readonly releaseId: string | null;
}

export interface RowsQuery {
  readonly outcome?: RowOutcome | undefined;
  /** The last one of the page before. */
  readonly after?: { readonly sheet: string; readonly row: number } | undefined;
  readonly limit: number;
}

/** Rows of a spreadsheet: of one that was taken in what became of them, else what would. @throws UploadError UPLOAD_UNKNOWN */
export async function listRows(
  manager: Queryable,
  uploadId: string,
  { outcome, after = { sheet: '', row: -1 }, limit }: RowsQuery,
): Promise<readonly ListedRow[]> {
  const { id, batchId } = await findUpload(manager, uploadId);
  const [from, key] =
    batchId === null ? ['upload_row WHERE upload_id = $1', id] : ['source_row WHERE batch_id = $1', batchId];
  return (await manager.query(
    `SELECT sheet, row, outcome, reason, ocid, release_id AS "releaseId" FROM ${from}
        AND ($2::text IS NULL OR outcome = $2) AND (sheet, row) > ($3, $4) ORDER BY sheet, row LIMIT $5`,
    [key, outcome ?? null, after.sheet, after.row, limit],
  )) as ListedRow[];
}
