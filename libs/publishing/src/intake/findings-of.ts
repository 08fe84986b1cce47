import type { FindingGroup } from '#ocds';
import type { Remark } from '#tables';
import { remarksOf } from '../remarks-of.js';
import type { UploadFinding } from './upload.js';
import type { Queryable } from './upload-rows.js';

/** A finding before it has its place in the list. */
export type FoundFinding = Omit<UploadFinding, 'position' | 'change'>;

const PAGE = 500;

/** What is to be said of a batch: of spreadsheets by cell and row, of OCDS files by release. */
export function findingsOf(store: Queryable, batchId: string, isTable: boolean): AsyncGenerator<FoundFinding> {
  return isTable ? cellFindings(store, batchId) : releaseFindings(store, batchId);
}

async function* cellFindings(store: Queryable, batchId: string): AsyncGenerator<FoundFinding> {
  let page: Remark[] = [];
  for await (const remark of remarksOf(store, batchId)) {
    page.push(remark);
    if (page.length < PAGE) continue;
    yield* withProcess(store, batchId, page);
    page = [];
  }
  yield* withProcess(store, batchId, page);
}

/** The process that a row tells, which stays the same when the row moves. */
async function* withProcess(
  store: Queryable,
  batchId: string,
  remarks: readonly Remark[],
): AsyncGenerator<FoundFinding> {
  if (remarks.length === 0) return;
  const rows = (await store.query(
    `SELECT s.sheet, s.row, s.ocid FROM source_row s
       JOIN unnest($2::text[], $3::int[]) AS wanted (sheet, row) ON wanted.sheet = s.sheet AND wanted.row = s.row
      WHERE s.batch_id = $1 AND s.ocid IS NOT NULL`,
    [batchId, remarks.map(({ sheet }) => sheet), remarks.map(({ row }) => row)],
  )) as { sheet: string; row: number; ocid: string }[];
  const ocids = new Map(rows.map(({ sheet, row, ocid }) => [`${row} ${sheet}`, ocid]));
  for (const remark of remarks) {
    yield { ...remark, pointer: null, ocid: ocids.get(`${remark.row} ${remark.sheet}`) ?? null };
  }
}

interface ReleaseRow {
  readonly ocid: string;
  readonly id: string;
  readonly pointer: string;
  readonly findings: readonly FindingGroup[];
}

async function* releaseFindings(store: Queryable, batchId: string): AsyncGenerator<FoundFinding> {
  let [ocid, id] = ['', ''];
  for (;;) {
    const page = (await store.query(
      `SELECT r.ocid, r.id, r.pointer, v.findings FROM release r
         JOIN verdict v ON v.ocid = r.ocid AND v.release_id = r.id
        WHERE r.batch_id = $1 AND (r.ocid, r.id) > ($2, $3) AND v.error_count + v.warning_count > 0
        ORDER BY r.ocid, r.id LIMIT ${PAGE}`,
      [batchId, ocid, id],
    )) as ReleaseRow[];
    for (const release of page) for (const group of release.findings) yield releaseFinding(release, group);
    const last = page.at(-1);
    if (last === undefined) break;
    ({ ocid, id } = last);
  }
  yield* refusalFindings(store, batchId);
}

function releaseFinding({ ocid, pointer }: ReleaseRow, group: FindingGroup): FoundFinding {
  const { severity, rule, message, remedy, examples, path } = group;
  const place = `${pointer}${examples[0]?.pointer ?? ''}`;
  return { ...NO_CELL, severity: asSeverity(severity), rule, message, remedy, header: path, pointer: place, ocid };
}

const NO_CELL = { sheet: null, row: null, column: null, value: null };

function asSeverity(severity: FindingGroup['severity']): FoundFinding['severity'] {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

async function* refusalFindings(store: Queryable, batchId: string): AsyncGenerator<FoundFinding> {
  let after = '0';
  for (;;) {
    const page = (await store.query(
      `SELECT id, ocid, pointer, reason, message FROM refused_release
        WHERE batch_id = $1 AND id > $2 ORDER BY id LIMIT ${PAGE}`,
      [batchId, after],
    )) as RefusalRow[];
    for (const row of page) yield refusalFinding(row);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

interface RefusalRow {
  readonly id: string;
  readonly ocid: string | null;
  readonly pointer: string;
  readonly reason: string;
  readonly message: string;
}

function refusalFinding({ ocid, pointer, reason, message }: RefusalRow): FoundFinding {
  const said = { message: { es: message, en: REFUSED_EN[reason] ?? reason }, remedy: REFUSED_REMEDY };
  return { ...NO_CELL, severity: 'error', rule: `release-${reason}`, ...said, header: null, pointer, ocid };
}

const REFUSED_EN: Readonly<Record<string, string>> = {
  'no-identity': 'The release has no ocid or id that it could be stored under.',
  'different-content': 'A release of this id was received with other content. A release does not change.',
  'other-publisher': 'Another institution publishes this process.',
};

const REFUSED_REMEDY = {
  es: 'Corregir la publicación en el archivo y enviarlo de nuevo.',
  en: 'Mend the release in the file and send it again.',
};
