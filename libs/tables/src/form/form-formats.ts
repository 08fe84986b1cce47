import type { StyleBook } from '../annotate/style-book.js';
import type { TextFormats } from '../annotate/text-cell.js';
import type { FormKind } from './form.js';

/** Indices of the cell formats of a form. */
export interface FormFormats {
  readonly title: number;
  readonly heading: number;
  readonly text: TextFormats;
  readonly wrapped: TextFormats;
  readonly help: number;
  readonly requiredHelp: number;
  readonly header: number;
  readonly requiredHeader: number;
  readonly kinds: Readonly<Record<FormKind, number>>;
}

export function addFormFormats(book: StyleBook): FormFormats {
  const font = (size: number, colour: string, weight = ''): string =>
    `${weight}<sz val="${size}"/><color rgb="${colour}"/><name val="Calibri"/><family val="2"/>`;
  return {
    title: book.add({ font: font(16, 'FF1F3864', '<b/>') }),
    heading: book.add({ font: font(12, 'FF1F3864', '<b/>') }),
    text: { plain: book.add({}), asText: book.add({ asText: true }) },
    wrapped: { plain: book.add({ wrap: true }), asText: book.add({ wrap: true, asText: true }) },
    help: book.add({ font: font(9, 'FF595959', '<i/>'), fill: 'FFF2F2F2', wrap: true }),
    requiredHelp: book.add({ font: font(9, 'FF7F3F00', '<i/>'), fill: 'FFFFF2CC', wrap: true }),
    header: book.add({ font: font(11, 'FFFFFFFF', '<b/>'), fill: 'FF5B6B86', wrap: true }),
    requiredHeader: book.add({ font: font(11, 'FFFFFFFF', '<b/>'), fill: 'FF9C2A00', wrap: true }),
    kinds: {
      text: book.add({ number: TEXT }),
      code: book.add({ number: TEXT }),
      date: book.add({ number: 'dd/mm/yyyy' }),
      money: book.add({ number: TWO_DECIMALS }),
      integer: book.add({ number: WHOLE }),
    },
  };
}

/** Built-in number formats (ECMA-376 part 1, 18.8.30): "@", "#,##0.00" and "0". */
const TEXT = 49;
const TWO_DECIMALS = 4;
const WHOLE = 1;
