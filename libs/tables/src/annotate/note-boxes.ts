import { cellAddress } from './cell-address.js';
import type { CellNote, SheetNotes } from './cell-notes.js';
import type { SheetLayout } from './sheet-layout.js';

/**
 * The VML drawing of a sheet with the boxes in which a spreadsheet program shows notes (ECMA-376 part 4, 19).
 *
 * @param xml the drawing that the sheet has
 * @param present cells whose notes have a box
 * @param block number of the first of the blocks of 1024 shape ids that are free in the workbook
 */
export function withBoxes(
  xml: string = EMPTY,
  notes: SheetNotes,
  present: ReadonlySet<string>,
  layout: SheetLayout,
  block: number,
): string {
  const places = [...notes].flatMap(([row, cells]) => Array.from(cells, ([column, note]) => ({ row, column, note })));
  const boxes = places
    .filter(({ row, column }) => !present.has(cellAddress(row, column)))
    .map(({ row, column, note }, index) => boxElement(shapeId(block, index), row, column, note, layout));
  const type = /<\w+:shapetype\b[^>]*\sid="_x0000_t202"/.test(xml) ? '' : NOTE_TYPE;
  return withBlocks(declared(xml), block, blocksFor(boxes.length)).replace(
    /<\/xml>\s*$/,
    (end) => type + boxes.join('') + end,
  );
}

/** Blocks of shape ids that so many notes use. */
export function blocksFor(notes: number): number {
  return Math.ceil(notes / IDS_IN_BLOCK);
}

/** The highest block that a drawing uses, 0 for none. */
export function lastBlock(xml: string): number {
  const used = Array.from(xml.matchAll(/<\w+:idmap\b[^>]*\sdata="([^"]*)"/g), ([, blocks = '']) => blocks.split(','));
  return Math.max(0, ...used.flat().map(Number));
}

const IDS_IN_BLOCK = 1023;

function shapeId(block: number, index: number): number {
  return (block + Math.floor(index / IDS_IN_BLOCK)) * 1024 + 1 + (index % IDS_IN_BLOCK);
}

function withBlocks(xml: string, block: number, count: number): string {
  const own = Array.from({ length: count }, (_, index) => block + index);
  return xml.replace(/(<\w+:idmap\b[^>]*\sdata=")([^"]*)"/, (_, start: string, used: string) => {
    return `${start}${[...used.split(',').filter((one) => one !== ''), ...own].join(',')}"`;
  });
}

function boxElement(id: number, row: number, column: number, note: CellNote, layout: SheetLayout): string {
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" ` +
    'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>' +
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>' +
    `</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>` +
    `<x:Anchor>${anchor(row, column, note, layout)}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

/** Pixels of a box, and of a line and of the characters in it. */
const WIDTH = 300;
const LINE = 15;
const CHARACTERS = 46;

/** Left column and pixels in it, top row and pixels, right column and pixels, bottom row and pixels. */
function anchor(row: number, column: number, note: CellNote, layout: SheetLayout): string {
  const left = Math.min(column + 1, LAST_COLUMN);
  let right = left;
  let room = WIDTH + GAP;
  while (room > layout.width(right) && right < Math.min(left + 30, LAST_COLUMN)) room -= layout.width(right++);
  const height = (linesOf(note) + 1) * LINE;
  const own = layout.heights.get(row) ?? 0;
  // The heights of the rows below are not known: they are taken to be as high as this one.
  const rowsBelow = Math.ceil((height - own) / Math.max(own, USUAL_ROW));
  const bottom = height <= own ? [row - 1, height] : [row - 1 + Math.max(1, rowsBelow), 0];
  return [left, GAP, row - 1, 2, right, Math.round(room), ...bottom].join(', ');
}

const GAP = 12;
const LAST_COLUMN = 16_383;
const USUAL_ROW = 20;

function linesOf({ texts }: CellNote): number {
  const lines = texts.flatMap(({ body }) => ['', '', ...body.split('\n')]);
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS)), 0);
}

const NOTE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** The drawing with our prefixes declared: other writers choose their own. */
function declared(xml: string): string {
  const missing = NAMESPACES.filter(([prefix, uri]) => !xml.includes(`xmlns:${prefix}="${uri}"`));
  return xml.replace('<xml', (root) => root + missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join(''));
}

const NAMESPACES = [
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['x', 'urn:schemas-microsoft-com:office:excel'],
] as const;

const EMPTY =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><o:shapelayout ' +
  'v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout></xml>';
