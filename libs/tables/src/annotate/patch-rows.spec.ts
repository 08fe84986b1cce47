import fc from 'fast-check';
import type { CellNote } from './cell-notes.js';
import { createRowPatcher } from './patch-rows.js';
import { readLayout } from './sheet-layout.js';

const NOTE: CellNote = { severity: 'error', texts: [] };
const COLOURS = { prefix: 'x:', filled: (format: number) => format + 10, columnFormat: () => 7 };

const ROWS =
  '<x:row r="2"><x:c r="A2" s="1"><x:v>1</x:v></x:c></x:row>\n<x:row r="4"/><x:row><x:c/><x:c s="3"/></x:row>' +
  '<x:row r="9" s="5" customFormat="1"><x:c r="B9" t="s"><x:v>1</x:v></x:c></x:row></x:sheetData>';

const PATCHED =
  '<x:row r="1"><x:c r="A1" s="17"/></x:row><x:row r="2"><x:c r="A2" s="11"><x:v>1</x:v></x:c><x:c r="C2" s="17"/></x:row>\n' +
  '<x:row r="4"><x:c r="A4" s="17"/></x:row><x:row><x:c/><x:c s="13"/></x:row>' +
  '<x:row r="9" s="5" customFormat="1"><x:c r="A9" s="15"/><x:c r="B9" t="s"><x:v>1</x:v></x:c></x:row>' +
  '<x:row r="12"><x:c r="A12" s="17"/></x:row></x:sheetData>';

function notes(...places: readonly (readonly [number, readonly number[]])[]): Map<number, Map<number, CellNote>> {
  return new Map(places.map(([row, columns]) => [row, new Map(columns.map((column) => [column, NOTE]))]));
}

describe('rows gone through in pieces', () => {
  it('get their colours wherever the text is cut', () => {
    const cuts = fc.array(fc.nat(ROWS.length), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, (places) => {
        const all = notes([1, [0]], [2, [0, 2]], [4, [0]], [5, [1]], [9, [0]], [12, [0]]);
        const patcher = createRowPatcher(all, readLayout(''), COLOURS);
        const ends = [...places.sort((left, right) => left - right), ROWS.length];
        let [done, rest, from] = ['', '', 0];
        for (const end of ends) {
          const taken = patcher.take(rest + ROWS.slice(from, end));
          done += taken.ready;
          rest = taken.rest;
          from = end;
          if (taken.isOver) break;
        }
        expect(done + rest + ROWS.slice(from)).toBe(PATCHED);
      }),
    );
  });
});
