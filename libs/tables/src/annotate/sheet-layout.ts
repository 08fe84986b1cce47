import { attributeOf } from './xml-attribute.js';

/** What the places of notes depend on, in pixels; and the formats that columns give their blank cells. */
export interface SheetLayout {
  width(column: number): number;
  format(column: number): number;
  /** Heights of the rows that say theirs. */
  readonly heights: Map<number, number>;
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly width: number;
  readonly format: number;
}

/** @param head the XML of a worksheet before its rows */
export function readLayout(head: string): SheetLayout {
  const usual = pixels(attributeOf(/<(?:\w+:)?sheetFormatPr\b[^>]*>/.exec(head)?.[0] ?? '', 'defaultColWidth'));
  const spans = (head.match(/<(?:\w+:)?col\s[^>]*>/g) ?? []).map((tag) => readSpan(tag, usual));
  const spanOf = (column: number): Span | undefined =>
    spans.find(({ first, last }) => first <= column && column <= last);
  return {
    width: (column) => spanOf(column)?.width ?? usual,
    format: (column) => spanOf(column)?.format ?? 0,
    heights: new Map(),
  };
}

function readSpan(tag: string, usual: number): Span {
  const isHidden = /^(?:1|true)$/.test(attributeOf(tag, 'hidden') ?? '');
  const width = attributeOf(tag, 'width');
  return {
    first: Number(attributeOf(tag, 'min')) - 1,
    last: Number(attributeOf(tag, 'max')) - 1,
    width: isHidden ? 0 : width === undefined ? usual : pixels(width),
    format: Number(attributeOf(tag, 'style') ?? 0),
  };
}

/** Of a width in characters of the usual font, 7 pixels each. */
function pixels(width = '9.14'): number {
  return Math.round(Number(width) * 7);
}
