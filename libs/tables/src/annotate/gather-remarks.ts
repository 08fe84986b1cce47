import { createNoteBook, type NoteBook } from './cell-notes.js';
import type { ListFormats } from './list-formats.js';
import type { AnnotateOptions, Remarks } from './remark.js';
import { createRemarkList, type RemarkList } from './remark-list.js';

/** Cells with a note per sheet: a spreadsheet program keeps a drawing of each in memory. */
const NOTES_PER_SHEET = 5000;

/** All that is to be said, laid out: notes by cell in memory, the list on disk. Dispose of the list. */
export interface GatheredRemarks {
  readonly notes: NoteBook;
  readonly list: RemarkList;
  /** Sheets whose notes did not all find room. */
  readonly crowded: ReadonlySet<string>;
}

/** @param sheetNamed name that a remark's sheet has in the workbook; undefined when there is none such */
export async function gatherRemarks(
  remarks: Remarks,
  formats: ListFormats,
  options: AnnotateOptions,
  sheetNamed: (sheet: string) => string | undefined,
): Promise<GatheredRemarks> {
  const notes = createNoteBook(options.notesPerSheet ?? NOTES_PER_SHEET);
  const list = await createRemarkList(formats);
  const crowded = new Set<string>();
  try {
    for await (const remark of remarks) {
      const sheet = sheetNamed(remark.sheet);
      if (sheet !== undefined && !notes.add({ ...remark, sheet })) crowded.add(sheet);
      await list.add(remark, sheet);
    }
  } catch (error) {
    await list[Symbol.asyncDispose]();
    throw error;
  }
  return { notes, list, crowded };
}

/** What the list says of its limits. */
export function limitsOf(
  { list, crowded }: GatheredRemarks,
  { notesPerSheet = NOTES_PER_SHEET }: AnnotateOptions,
): readonly string[] {
  const sheets = [...crowded].map((name) => `«${name}»`).join(', ');
  return [
    ...(crowded.size === 0
      ? []
      : [
          `En ${sheets} solo las primeras ${notesPerSheet} celdas llevan comentario y color; las demás están solo en esta lista.`,
        ]),
    ...(list.unlisted === 0 ? [] : [`${list.unlisted} observaciones más no cupieron en esta hoja.`]),
  ];
}
