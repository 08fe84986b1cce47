import type { EntityManager } from 'typeorm';
import { annotateRows, annotateWorkbook, openSourceTables, type OutcomeCounts, type Remark } from '#tables';
import { openStoredFile } from '../stored-file.js';
import { listFindings } from './list-uploads.js';
import type { Upload, UploadFinding } from './upload.js';
import { findUpload } from './upload-rows.js';

const PAGE = 1_000;

/**
 * Writes a copy of an upload with a note on each cell to mend: of a workbook the same one, of CSV or .xls a new one.
 *
 * @param out where to
 */
export async function annotateUpload(manager: EntityManager, uploadId: string, out: string): Promise<void> {
  const { preview, sha256, fileName } = await findUpload(manager, uploadId);
  await using stored = await openStoredFile(manager, sha256);
  const options = { fileName, outcomes: outcomesOf(preview?.rows) };
  const write = preview?.format === 'xlsx' ? annotateWorkbook : annotateTables;
  await write(stored.path, out, remarksOf(manager, uploadId), options);
}

/** What is no workbook of today has no place for notes: a new one is written. */
async function annotateTables(...[path, out, remarks, options]: Parameters<typeof annotateWorkbook>) {
  const tables = await openSourceTables(path);
  try {
    const sheets = tables.sheets.map(({ name }) => ({ name, rows: tables.rows(name) }));
    return await annotateRows(out, sheets, remarks, options);
  } finally {
    await tables.close();
  }
}

async function* remarksOf(manager: EntityManager, uploadId: string): AsyncGenerator<Remark> {
  for (let after = -1; ; after += PAGE) {
    const page = await listFindings(manager, uploadId, { after, limit: PAGE });
    for (const finding of page) yield asRemark(finding);
    if (page.length < PAGE) return;
  }
}

function asRemark({ sheet, row, column, header, value, ...said }: UploadFinding): Remark {
  return { ...said, sheet: sheet ?? '', row: row ?? 1, column: column ?? -1, header: header ?? '', value: value ?? '' };
}

function outcomesOf(rows: NonNullable<Upload['preview']>['rows']): OutcomeCounts {
  const { published = 0, unchanged = 0, older = 0, held = 0, refused = 0 } = rows ?? {};
  return { published, unchanged: unchanged + older, held, refused };
}
