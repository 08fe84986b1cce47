import type { RemarkSeverity } from './remark.js';
import type { StyleBook } from './style-book.js';
import type { TextFormats } from './text-cell.js';

/** Indices of the cell formats that the list of remarks uses. */
export interface ListFormats {
  readonly title: number;
  readonly text: TextFormats;
  readonly wrapped: TextFormats;
  readonly header: number;
  readonly link: number;
  readonly severity: Readonly<Record<RemarkSeverity, number>>;
}

export function addListFormats(book: StyleBook): ListFormats {
  const plain = book.add({});
  return {
    title: book.add({ font: `<b/><sz val="14"/>${FACE}` }),
    text: { plain, asText: book.add({ asText: true }) },
    wrapped: { plain: book.add({ wrap: true }), asText: book.add({ wrap: true, asText: true }) },
    header: book.add({ font: `<b/><sz val="11"/><color rgb="FFFFFFFF"/>${FACE}`, fill: 'FF1F3864', wrap: true }),
    link: book.add({ font: `<u/><sz val="11"/><color rgb="FF0563C1"/>${FACE}` }),
    severity: {
      error: book.filled(plain, 'error'),
      warning: book.filled(plain, 'warning'),
      note: book.filled(plain, 'note'),
    },
  };
}

const FACE = '<name val="Calibri"/><family val="2"/>';
