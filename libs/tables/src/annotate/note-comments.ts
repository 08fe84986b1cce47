import { cellAddress, columnOf } from './cell-address.js';
import type { CellNote, SheetNotes } from './cell-notes.js';
import { MAIN, XML_HEAD } from './namespaces.js';
import { inside } from './relations.js';
import { prefixed } from './style-list.js';
import { textElement } from './text-cell.js';
import { attributeOf, prefixOf } from './xml-attribute.js';

export const AUTHOR = 'Compromiso 7';

/** The comments of a sheet, and the cells that have one already and so need no box. */
export interface MergedComments {
  readonly xml: string;
  readonly present: ReadonlySet<string>;
}

/**
 * The comments part of a sheet with our notes added; to the comment of a cell that has one, our text is appended. Of a
 * conversation ("threaded comment") the part holds but a copy, which is made anew from elsewhere: it is left alone.
 */
export function withNotes(xml: string = EMPTY, notes: SheetNotes): MergedComments {
  const prefix = prefixOf(xml, 'comments');
  const authors = Array.from(xml.matchAll(AUTHORS), ([, name = '']) => name);
  const authorId = authors.includes(AUTHOR) ? authors.indexOf(AUTHOR) : authors.length;
  const withAuthor =
    authorId < authors.length ? xml : inside(xml, `${prefix}authors`, `<${prefix}author>${AUTHOR}</${prefix}author>`);
  const present = new Set<string>();
  const merged = withAuthor.replace(COMMENT, (comment, start: string) => {
    const address = attributeOf(start, 'ref') ?? '';
    present.add(address);
    const note = noteAt(address, notes);
    const isConversation = authors[Number(attributeOf(start, 'authorId'))]?.startsWith('tc=') ?? false;
    return note && !isConversation ? withRuns(comment, prefix, note) : comment;
  });
  const added = [...notes].flatMap(([row, cells]) =>
    Array.from(cells, ([column, note]) => ({ address: cellAddress(row, column), note })),
  );
  const comments = added
    .filter(({ address }) => !present.has(address))
    .map(({ address, note }) => commentElement(address, authorId, note, prefix));
  return { xml: inside(merged, `${prefix}commentList`, comments.join('')), present };
}

const AUTHORS = /<(?:\w+:)?author(?:\s[^>]*)?>([^<]*)</g;

const COMMENT = /(<(?:\w+:)?comment\s[^>]*>).*?<\/(?:\w+:)?comment>/gs;

const EMPTY = `${XML_HEAD}<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;

function noteAt(address: string, notes: SheetNotes): CellNote | undefined {
  const row = Number(/\d+$/.exec(address)?.[0]);
  return notes.get(row)?.get(columnOf(address));
}

function commentElement(address: string, authorId: number, note: CellNote, prefix: string): string {
  const text = prefixed(`<text>${runs(note)}</text>`, prefix);
  return `<${prefix}comment ref="${address}" authorId="${authorId}">${text}</${prefix}comment>`;
}

function withRuns(comment: string, prefix: string, note: CellNote): string {
  return inside(comment, `${prefix}text`, prefixed(`${run('\n\n', '')}${runs(note)}`, prefix));
}

function runs({ texts }: CellNote): string {
  return texts
    .map(({ title, body }, index) => run(`${index > 0 ? '\n\n' : ''}${AUTHOR} · ${title}\n`, '<b/>') + run(body, ''))
    .join('');
}

function run(text: string, weight: string): string {
  return `<r><rPr>${weight}<sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>${textElement(text)}</r>`;
}
