import type { SheetNotes } from './cell-notes.js';
import { newRow, patchRow, type CellColours } from './patch-row.js';
import type { SheetLayout } from './sheet-layout.js';
import { attributeOf } from './xml-attribute.js';

/** Goes through the rows of a worksheet as its text comes in. */
export interface RowPatcher {
  /** What is ready to be written, what has to wait for more text, and whether the rows are over. */
  take(xml: string): { readonly ready: string; readonly rest: string; readonly isOver: boolean };
  /** Rows that the sheet lacks, all of them: for a sheet without rows. */
  missingRows(): string;
}

export function createRowPatcher(notes: SheetNotes, layout: SheetLayout, colours: CellColours): RowPatcher {
  const { prefix } = colours;
  const waiting = [...notes.keys()].sort((left, right) => left - right);
  const tags = new RegExp(`<(?:${prefix}row(?=[\\s/>])[^>]*|/${prefix}sheetData\\s*)>`, 'g');
  const end = `</${prefix}row>`;
  let last = 0;

  const missingRows = (below = Infinity): string => {
    let rows = '';
    while (waiting[0] !== undefined && waiting[0] < below) {
      const number = waiting.shift()!;
      rows += newRow(number, notes.get(number)!, colours);
    }
    return rows;
  };

  return {
    missingRows,
    take(xml) {
      let ready = '';
      let from = 0;
      tags.lastIndex = 0;
      for (let found = tags.exec(xml); found; found = tags.exec(xml)) {
        const [tag] = found;
        const number = tag.startsWith('</') ? Infinity : Number(attributeOf(tag, 'r') ?? last + 1);
        if (waiting[0] !== undefined && waiting[0] <= number) {
          ready += xml.slice(from, found.index) + missingRows(number);
          from = found.index;
        }
        if (number === Infinity)
          return { ready: ready + xml.slice(from, found.index), rest: xml.slice(found.index), isOver: true };
        if (waiting[0] === number) {
          const close = tag.endsWith('/>') ? found.index : xml.indexOf(end, found.index);
          if (close < 0)
            return { ready: ready + xml.slice(from, found.index), rest: xml.slice(found.index), isOver: false };
          const stop = tag.endsWith('/>') ? tags.lastIndex : close + end.length;
          ready += patchRow(xml.slice(found.index, stop), number, notes.get(number)!, colours);
          noteHeight(tag, number, layout);
          waiting.shift();
          tags.lastIndex = from = stop;
        }
        last = number;
      }
      const cut = xml.lastIndexOf('<') > xml.lastIndexOf('>') ? xml.lastIndexOf('<') : xml.length;
      return {
        ready: ready + xml.slice(from, Math.max(from, cut)),
        rest: xml.slice(Math.max(from, cut)),
        isOver: false,
      };
    },
  };
}

function noteHeight(tag: string, row: number, { heights }: SheetLayout): void {
  const points = attributeOf(tag, 'ht');
  if (points !== undefined) heights.set(row, (Number(points) * 4) / 3);
}
