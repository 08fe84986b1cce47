import type { SheetNotes } from './cell-notes.js';
import { spreadsheetType } from './namespaces.js';
import { blocksFor, lastBlock, withBoxes } from './note-boxes.js';
import { withNotes } from './note-comments.js';
import { patchSheet, type PatchedSheet } from './patch-sheet.js';
import { freeId, relationsOf, relationsPath, withRelations, type Relation } from './relations.js';
import type { StyleBook } from './style-book.js';
import type { ZipParts } from './zip-parts.js';
import type { ZipWriter } from './zip-writer.js';

/** A worksheet that gets notes, and the parts that it takes for them. */
export interface NotedSheet {
  readonly part: string;
  readonly notes: SheetNotes;
  readonly relationsXml: string | undefined;
  readonly relations: readonly Relation[];
  /** The part with the sheet's comments: its own, or one to be made. */
  readonly comments: string;
  /** The drawing to be made if the sheet has none. */
  readonly drawing: string;
  /** First of its blocks of shape ids. */
  readonly block: number;
}

/** @param folder where parts are made */
export async function planSheets(
  parts: ZipParts,
  folder: string,
  notes: ReadonlyMap<string, SheetNotes>,
): Promise<readonly NotedSheet[]> {
  let block = (await highestBlock(parts)) + 1;
  const sheets: NotedSheet[] = [];
  for (const [part, sheetNotes] of notes) {
    const path = relationsPath(part);
    const relationsXml = parts.has(path) ? await parts.text(path) : undefined;
    const relations = relationsOf(part, relationsXml);
    const own = relations.find(({ kind, part: target }) => kind === 'comments' && parts.has(target));
    const comments = own?.part ?? `${folder}/comments${sheets.length + 1}.xml`;
    const drawing = `${folder}/vmlDrawing${sheets.length + 1}.vml`;
    sheets.push({ part, notes: sheetNotes, relationsXml, relations, comments, drawing, block });
    block += blocksFor(Array.from(sheetNotes.values(), ({ size }) => size).reduce((sum, size) => sum + size, 0));
  }
  return sheets;
}

/** Types of the comments parts that are to be made. */
export function commentTypes(sheets: readonly NotedSheet[], parts: ZipParts): ReadonlyMap<string, string> {
  const made = sheets.filter(({ comments }) => !parts.has(comments));
  return new Map(made.map(({ comments }) => [comments, spreadsheetType('comments')]));
}

/** Writes the sheet, its comments, their drawing and its relations; gives the paths written. */
export async function writeNotedSheet(
  parts: ZipParts,
  zip: ZipWriter,
  sheet: NotedSheet,
  filled: StyleBook['filled'],
): Promise<readonly string[]> {
  const { part, notes, relations, relationsXml, comments } = sheet;
  const drawingId = freeId(relations);
  let patched: PatchedSheet | undefined;
  const seen = (one: PatchedSheet): void => void (patched = one);
  await zip.add(part, patchSheet(await parts.stream(part), { notes, drawing: drawingId, filled }, seen));

  const merged = withNotes(parts.has(comments) ? await parts.text(comments) : undefined, notes);
  await zip.add(comments, merged.xml);
  const own = relations.find(({ id }) => id === patched!.drawing)?.part;
  const drawing = own ?? sheet.drawing;
  const before = own !== undefined && parts.has(own) ? await parts.text(own) : undefined;
  await zip.add(drawing, withBoxes(before, notes, merged.present, patched!.layout, sheet.block));

  const added: Relation[] = own === undefined ? [{ id: drawingId, kind: 'vmlDrawing', part: drawing }] : [];
  const isLinked = relations.some((relation) => relation.part === comments);
  if (!isLinked) added.push({ id: freeId([...relations, ...added]), kind: 'comments', part: comments });
  await zip.add(relationsPath(part), withRelations(relationsXml, added));
  return [part, comments, drawing, relationsPath(part)];
}

async function highestBlock(parts: ZipParts): Promise<number> {
  let highest = 0;
  for (const name of parts.names.filter((one) => one.endsWith('.vml'))) {
    highest = Math.max(highest, lastBlock(await parts.text(name)));
  }
  return highest;
}
