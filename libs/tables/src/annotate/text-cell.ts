import { xmlText } from '../xlsx/xml-text.js';

/** Characters (UTF-16 units) that an Excel cell or note holds. */
const LONGEST_TEXT = 32_767;

/** Formats of text: `asText` for what begins like a formula and would be one when someone edits it. */
export interface TextFormats {
  readonly plain: number;
  readonly asText: number;
}

/**
 * A cell with text; never a formula, whatever it begins with.
 *
 * @param address as "C8"; a cell without one follows the cell before it
 */
export function textCell(text: string, { plain, asText }: TextFormats, address?: string): string {
  const place = address === undefined ? '' : ` r="${address}"`;
  if (text === '') return `<c${place} s="${plain}"/>`;
  const format = MAY_BE_FORMULA.test(text) ? asText : plain;
  return `<c${place} s="${format}" t="inlineStr"><is>${textElement(text)}</is></c>`;
}

const MAY_BE_FORMULA = /^[=+\-@\t\r\n]/;

/** A `t` element: spaces at the edges are kept, what is too long for a cell is cut. */
export function textElement(text: string): string {
  return `<t xml:space="preserve">${xmlText(text.slice(0, LONGEST_TEXT))}</t>`;
}
