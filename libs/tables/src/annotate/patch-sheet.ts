import type { Readable } from 'node:stream';
import type { SheetNotes } from './cell-notes.js';
import { RELATIONS } from './namespaces.js';
import { createRowPatcher } from './patch-rows.js';
import type { RemarkSeverity } from './remark.js';
import { readLayout, type SheetLayout } from './sheet-layout.js';
import { prefixOf } from './xml-attribute.js';

export interface SheetPatch {
  readonly notes: SheetNotes;
  /** Id of the relation to our drawing of the notes, used when the sheet has no such drawing. */
  readonly drawing: string;
  filled(format: number, severity: RemarkSeverity): number;
}

/** What was seen in passing. */
export interface PatchedSheet {
  layout: SheetLayout;
  /** Id of the relation to the drawing that the sheet had. */
  drawing?: string;
}

/**
 * The XML of a worksheet with the noted cells coloured and the drawing of its notes referred to; all else as it was.
 *
 * It is gone through as bytes in the clothes of Latin 1, since all we look for and all we put in is ASCII: so nothing
 * else can change, whatever it is.
 */
export async function* patchSheet(
  stream: Readable,
  patch: SheetPatch,
  seen: (sheet: PatchedSheet) => void,
): AsyncGenerator<Buffer> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const more = async (): Promise<string | undefined> => {
    const { done, value } = await chunks.next();
    return done ? undefined : value.toString('latin1');
  };
  const { head, rest, hasRows } = await readHead(more);
  const prefix = prefixOf(head, 'worksheet');
  const layout = readLayout(head);
  const colours = { prefix, filled: patch.filled, columnFormat: layout.format };
  const rows = createRowPatcher(patch.notes, layout, colours);
  yield bytes(hasRows ? head : `${head.replace(/\s*\/>$/, '>')}${rows.missingRows()}</${prefix}sheetData>`);

  let tail = rest;
  for (let isOver = !hasRows; !isOver;) {
    const taken = rows.take(tail);
    if (taken.ready !== '') yield bytes(taken.ready);
    tail = taken.rest;
    isOver = taken.isOver;
    const next = isOver ? undefined : await more();
    if (!isOver && next === undefined) break;
    tail += next ?? '';
  }
  for (let next = await more(); next !== undefined; next = await more()) tail += next;
  const drawing = drawingOf(tail);
  seen(drawing === undefined ? { layout } : { layout, drawing });
  yield bytes(drawing === undefined ? withDrawing(tail, prefix, patch.drawing) : tail);
}

/** The text up to and with the tag `sheetData`. */
async function readHead(
  more: () => Promise<string | undefined>,
): Promise<{ readonly head: string; readonly rest: string; readonly hasRows: boolean }> {
  let text = '';
  for (let next = await more(); next !== undefined; next = await more()) {
    text += next;
    const found = /<(?:\w+:)?sheetData\b[^>]*>/.exec(text);
    if (!found) continue;
    const end = found.index + found[0].length;
    return { head: text.slice(0, end), rest: text.slice(end), hasRows: !found[0].endsWith('/>') };
  }
  return { head: '', rest: text, hasRows: true };
}

function drawingOf(tail: string): string | undefined {
  const tag = /<(?:\w+:)?legacyDrawing\s[^>]*>/.exec(tail)?.[0];
  return tag === undefined ? undefined : /\s\w+:id=["']([^"']*)["']/.exec(tag)?.[1];
}

/** Puts the element where ECMA-376 part 1, 18.3.1.99 wants it. */
function withDrawing(tail: string, prefix: string, id: string): string {
  const place = placeOfDrawing(tail);
  const element = `<${prefix}legacyDrawing xmlns:r="${RELATIONS}" r:id="${id}"/>`;
  return tail.slice(0, place) + element + tail.slice(place);
}

function placeOfDrawing(tail: string): number {
  let depth = 0;
  for (const { 0: tag, 1: closing, 2: name = '', index } of tail.matchAll(/<(\/?)(?:\w+:)?(\w+)\b[^>]*>/g)) {
    if (name === 'sheetData') continue;
    if (depth === 0 && (name === 'worksheet' || AFTER_DRAWING.has(name))) return index;
    if (!tag.endsWith('/>')) depth += closing ? -1 : 1;
  }
  return tail.length;
}

const AFTER_DRAWING = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

function bytes(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
