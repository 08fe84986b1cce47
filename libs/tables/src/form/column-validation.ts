import { columnLetters } from '../annotate/cell-address.js';
import { attributeText } from '../annotate/xml-attribute.js';
import { xmlText } from '../xlsx/xml-text.js';
import type { Catalogues } from './catalogue-sheet.js';
import type { FormColumn, FormKind } from './form.js';
import { helpText, refusalText } from './form-texts.js';

/**
 * The `dataValidation` of a column: what it takes, and the help that appears beside the cell (ECMA-376 part 1,
 * 18.3.1.32).
 */
export function columnValidation(column: FormColumn, index: number, firstRow: number, catalogues: Catalogues): string {
  const letters = columnLetters(index);
  const refusal = refusalText(column);
  const attributes = [
    ...ruleAttributes(column),
    'allowBlank="1" showInputMessage="1"',
    ...(refusal === '' ? [] : [`showErrorMessage="1" errorTitle="Revise el valor" error="${attributeText(refusal)}"`]),
    `promptTitle="${attributeText(shortened(column.header, LONGEST_TITLE))}"`,
    `prompt="${attributeText(shortened(helpText(column), LONGEST_PROMPT))}"`,
    `sqref="${letters}${firstRow}:${letters}${LAST_ROW}"`,
  ];
  return `<dataValidation ${attributes.join(' ')}>${formulas(column, catalogues)}</dataValidation>`;
}

/** Excel refuses the file when they are longer. */
const LONGEST_TITLE = 32;
const LONGEST_PROMPT = 255;
const LAST_ROW = 1_048_576;

function ruleAttributes({ kind, options }: FormColumn): readonly string[] {
  if (options) return ['type="list"'];
  const type = TYPES[kind];
  return type === undefined ? [] : [`type="${type}" operator="between"`];
}

function formulas({ kind, options }: FormColumn, catalogues: Catalogues): string {
  if (options) return `<formula1>${xmlText(catalogues.rangeOf(options))}</formula1>`;
  const [least, most] = BOUNDS[kind] ?? [];
  return least === undefined ? '' : `<formula1>${least}</formula1><formula2>${most}</formula2>`;
}

const TYPES: Readonly<Partial<Record<FormKind, string>>> = { date: 'date', money: 'decimal', integer: 'whole' };

/** Dates as days since 30 December 1899: from 1 January 1990 to 31 December 2100. */
const BOUNDS: Readonly<Partial<Record<FormKind, readonly [number, number]>>> = {
  date: [32_874, 73_415],
  money: [-1e13, 1e13],
  integer: [-1e9, 1e9],
};

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
