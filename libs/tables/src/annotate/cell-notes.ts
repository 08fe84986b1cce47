import type { Remark, RemarkSeverity } from './remark.js';

/** What is said about one cell. */
export interface CellNote {
  readonly severity: RemarkSeverity;
  /** One for each remark, the first being the oldest. */
  readonly texts: readonly NoteText[];
}

export interface NoteText {
  readonly title: string;
  readonly body: string;
}

/** Notes of a sheet, by row (from 1) and column (from 0). */
export type SheetNotes = ReadonlyMap<number, ReadonlyMap<number, CellNote>>;

/** Notes of a file, by sheet; each sheet holds a limited number. */
export interface NoteBook {
  readonly sheets: ReadonlyMap<string, SheetNotes>;
  readonly count: number;
  /** Takes the remark's note; false when the sheet has as many as it may. */
  add(remark: Remark): boolean;
}

type Notes = Map<number, Map<number, CellNote>>;

export function createNoteBook(notesPerSheet: number): NoteBook {
  const sheets = new Map<string, { readonly rows: Notes; count: number }>();
  let count = 0;
  return {
    get sheets() {
      return new Map(Array.from(sheets, ([name, { rows }]) => [name, rows]));
    },
    get count() {
      return count;
    },
    add(remark) {
      const sheet = sheets.get(remark.sheet) ?? { rows: new Map(), count: 0 };
      const row = sheet.rows.get(remark.row) ?? new Map<number, CellNote>();
      const column = Math.max(0, remark.column);
      const present = row.get(column);
      if (!present && sheet.count >= notesPerSheet) return false;
      if (!present) count += 1;
      if (!present) sheet.count += 1;
      row.set(column, withRemark(present, remark));
      sheet.rows.set(remark.row, row);
      sheets.set(remark.sheet, sheet);
      return true;
    },
  };
}

/** Remarks about one cell that a note tells; more of them would only hide the sheet. */
const TEXTS_PER_NOTE = 10;

function withRemark(note: CellNote | undefined, remark: Remark): CellNote {
  if (!note) return { severity: remark.severity, texts: [noteText(remark)] };
  const severity = WEIGHT[remark.severity] > WEIGHT[note.severity] ? remark.severity : note.severity;
  return { severity, texts: note.texts.length < TEXTS_PER_NOTE ? [...note.texts, noteText(remark)] : note.texts };
}

const WEIGHT: Readonly<Record<RemarkSeverity, number>> = { error: 2, warning: 1, note: 0 };

export const SEVERITY_NAMES: Readonly<Record<RemarkSeverity, string>> = {
  error: 'Error',
  warning: 'Aviso',
  note: 'Nota',
};

function noteText({ severity, column, message, remedy }: Remark): NoteText {
  const scope = column < 0 ? ' en toda la fila' : '';
  const whatToDo = remedy.es === '' ? '' : `\nQué hacer: ${remedy.es}`;
  return { title: `${SEVERITY_NAMES[severity]}${scope}`, body: `${message.es}${whatToDo}` };
}
