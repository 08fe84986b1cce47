import { withContentTypes } from './content-types.js';
import { gatherRemarks, limitsOf } from './gather-remarks.js';
import { addListFormats } from './list-formats.js';
import { listSheet } from './list-sheet.js';
import { spreadsheetType, VML_TYPE } from './namespaces.js';
import { commentTypes, planSheets, writeNotedSheet, type NotedSheet } from './noted-sheet.js';
import { freeId, withRelations, type Relation } from './relations.js';
import type { AnnotateOptions, AnnotateReport, Remarks } from './remark.js';
import { createStyleBook } from './style-book.js';
import { freeSheetName, withFirstSheet } from './workbook-list.js';
import {
  CONTENT_TYPES_PART,
  readPackage,
  WORKBOOK_PART,
  WORKBOOK_RELATIONS,
  type WorkbookPackage,
} from './workbook-package.js';
import { openParts, type ZipParts } from './zip-parts.js';
import { createZip, type ZipWriter } from './zip-writer.js';

/**
 * Writes a copy of an uploaded workbook in which each cell that has a remark has a note and a colour, and whose first
 * sheet, "Observaciones", lists all remarks. Every part of the workbook that says nothing of these stays as it is, byte
 * for byte. Memory is bounded by the notes, whatever the size of the workbook and the number of remarks.
 *
 * @throws TableError when the file is no workbook; what the reading of the remarks throws
 */
export async function annotateWorkbook(
  sourcePath: string,
  outPath: string,
  remarks: Remarks,
  options: AnnotateOptions,
): Promise<AnnotateReport> {
  const parts = await openParts(sourcePath);
  try {
    return await annotate(parts, await readPackage(parts, sourcePath), outPath, remarks, options);
  } finally {
    parts.close();
  }
}

async function annotate(
  parts: ZipParts,
  before: WorkbookPackage,
  outPath: string,
  remarks: Remarks,
  options: AnnotateOptions,
): Promise<AnnotateReport> {
  const book = createStyleBook(before.styles && (await parts.text(before.styles)));
  const formats = addListFormats(book);
  const gathered = await gatherRemarks(remarks, formats, options, (name) =>
    before.sheets.has(name) ? name : undefined,
  );
  await using list = gathered.list;
  const folder = freeFolder(parts.names);
  const notes = new Map(Array.from(gathered.notes.sheets, ([name, one]) => [before.sheets.get(name)!, one]));
  const noted = await planSheets(parts, folder, notes);
  const made = { list: `${folder}/observaciones.xml`, styles: before.styles ?? 'xl/styles.xml' };
  const listName = freeSheetName('Observaciones', before.names);

  await using zip = createZip(outPath);
  const done = new Set([CONTENT_TYPES_PART, WORKBOOK_PART, WORKBOOK_RELATIONS, made.styles]);
  await zip.add(CONTENT_TYPES_PART, contentTypes(parts, before, noted, made));
  for (const sheet of noted) {
    for (const part of await writeNotedSheet(parts, zip, sheet, book.filled)) done.add(part);
  }
  await copyOthers(parts, zip, done);
  await zip.add(made.list, listSheet(list, formats, { options, limits: limitsOf(gathered, options) }));
  await zip.add(made.styles, book.toXml());
  const id = freeId(before.relations);
  await zip.add(WORKBOOK_PART, withFirstSheet(before.workbook, listName, id));
  await zip.add(WORKBOOK_RELATIONS, withRelations(before.relationsXml, addedRelations(before, id, made)));
  await zip.finish();
  const { listed, unlisted } = list;
  return { listSheet: listName, remarks: listed + unlisted, notes: gathered.notes.count, unlisted };
}

interface MadeParts {
  readonly list: string;
  readonly styles: string;
}

function contentTypes(
  parts: ZipParts,
  { contentTypes: xml, styles }: WorkbookPackage,
  noted: readonly NotedSheet[],
  made: MadeParts,
): string {
  const types = new Map([...commentTypes(noted, parts), [made.list, spreadsheetType('worksheet')]]);
  if (styles === undefined) types.set(made.styles, spreadsheetType('styles'));
  return withContentTypes(xml, types, new Map(noted.length > 0 ? [['vml', VML_TYPE]] : []));
}

function addedRelations({ relations, styles }: WorkbookPackage, id: string, made: MadeParts): readonly Relation[] {
  const list = { id, kind: 'worksheet', part: made.list };
  const absent = { id: freeId([...relations, list]), kind: 'styles', part: made.styles };
  return styles === undefined ? [list, absent] : [list];
}

async function copyOthers(parts: ZipParts, zip: ZipWriter, done: ReadonlySet<string>): Promise<void> {
  for (const name of parts.names) if (!done.has(name)) await zip.add(name, await parts.stream(name));
}

/** A folder of the zip that is not there yet: an annotated copy may be corrected, uploaded and annotated again. */
function freeFolder(names: readonly string[], number = 1): string {
  const folder = `xl/c7-${number}`;
  return names.some((name) => name.startsWith(`${folder}/`)) ? freeFolder(names, number + 1) : folder;
}
