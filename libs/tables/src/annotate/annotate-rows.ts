import { gatherRemarks, limitsOf } from './gather-remarks.js';
import { addListFormats } from './list-formats.js';
import { listSheet } from './list-sheet.js';
import { spreadsheetType, VML_TYPE } from './namespaces.js';
import { newWorkbookParts, STYLES_PART, type NewSheet } from './new-workbook.js';
import { blocksFor, withBoxes } from './note-boxes.js';
import { withNotes } from './note-comments.js';
import { LAST_ROW, notedRows, USUAL_LAYOUT, type FileRow } from './noted-rows.js';
import { relationsPath, withRelations } from './relations.js';
import type { AnnotateOptions, AnnotateReport, Remarks } from './remark.js';
import { safeSheetNames } from './safe-sheet-names.js';
import type { SheetNotes } from './cell-notes.js';
import { createStyleBook } from './style-book.js';
import { freeSheetName } from './workbook-list.js';
import { createZip, type ZipWriter } from './zip-writer.js';

/** A sheet of an uploaded file that is no workbook of ours to copy: CSV, or the Excel of before 2007. */
export interface FileSheet {
  /** As the remarks name it; '' for a file without sheets. */
  readonly name: string;
  /** In the order of their numbers. */
  readonly rows: AsyncIterable<FileRow> | Iterable<FileRow>;
}

/**
 * Writes the rows of an uploaded file as a new workbook, all cells as text, annotated as `annotateWorkbook` does.
 *
 * @throws what the reading of the rows and of the remarks throws
 */
export async function annotateRows(
  outPath: string,
  sheets: readonly FileSheet[],
  remarks: Remarks,
  options: AnnotateOptions,
): Promise<AnnotateReport> {
  const book = createStyleBook();
  const formats = addListFormats(book);
  const names = safeSheetNames(sheets.map(({ name }) => name));
  const gathered = await gatherRemarks(remarks, formats, options, (name) => names.get(name));
  await using list = gathered.list;
  const listName = freeSheetName('Observaciones', [...names.values()]);
  const planned = planParts([...names.values()], gathered.notes.sheets);
  const cut = new Set<string>();

  await using zip = createZip(outPath);
  for (const [part, xml] of workbookParts(listName, planned)) await zip.add(part, xml);
  for (const [index, sheet] of planned.entries()) {
    const told = { cut: () => cut.add(sheet.name), formats: formats.text, filled: book.filled };
    await zip.add(sheet.part, notedRows(sheets[index]!.rows, sheet.notes, told));
    if (sheet.notes.size > 0) await addNotes(zip, sheet);
  }
  const limits = [...limitsOf(gathered, options), ...Array.from(cut, cutSentence)];
  await zip.add(LIST, listSheet(list, formats, { options, limits }));
  await zip.add(STYLES_PART, book.toXml());
  await zip.finish();
  const { listed, unlisted } = list;
  return { listSheet: listName, remarks: listed + unlisted, notes: gathered.notes.count, unlisted };
}

const LIST = 'xl/worksheets/observaciones.xml';

interface PlannedSheet extends NewSheet {
  readonly notes: SheetNotes;
  readonly comments: string;
  readonly drawing: string;
  readonly block: number;
}

function planParts(names: readonly string[], notes: ReadonlyMap<string, SheetNotes>): readonly PlannedSheet[] {
  let block = 1;
  return names.map((name, index) => {
    const own: SheetNotes = notes.get(name) ?? new Map();
    const first = block;
    block += blocksFor([...own.values()].reduce((sum, { size }) => sum + size, 0));
    return {
      name,
      part: `xl/worksheets/sheet${index + 1}.xml`,
      notes: own,
      comments: `xl/comments${index + 1}.xml`,
      drawing: `xl/drawings/vmlDrawing${index + 1}.vml`,
      block: first,
    };
  });
}

function workbookParts(listName: string, sheets: readonly PlannedSheet[]): ReadonlyMap<string, string> {
  const noted = sheets.filter(({ notes }) => notes.size > 0);
  return newWorkbookParts([{ name: listName, part: LIST }, ...sheets], {
    parts: new Map(noted.map(({ comments }) => [comments, spreadsheetType('comments')])),
    endings: new Map([['vml', VML_TYPE]]),
  });
}

async function addNotes(zip: ZipWriter, { part, notes, comments, drawing, block }: PlannedSheet): Promise<void> {
  const { xml, present } = withNotes(undefined, notes);
  await zip.add(comments, xml);
  await zip.add(drawing, withBoxes(undefined, notes, present, USUAL_LAYOUT, block));
  const relations = [
    { id: 'c7r1', kind: 'vmlDrawing', part: drawing },
    { id: 'c7r2', kind: 'comments', part: comments },
  ];
  await zip.add(relationsPath(part), withRelations(undefined, relations));
}

function cutSentence(name: string): string {
  return `«${name}» llega hasta la fila ${LAST_ROW}, la última de una hoja de Excel; el archivo tiene más.`;
}
