import { columnLetters, quotedSheet } from '../annotate/cell-address.js';
import { MAIN, XML_HEAD } from '../annotate/namespaces.js';
import { textCell } from '../annotate/text-cell.js';
import type { Form } from './form.js';
import type { FormFormats } from './form-formats.js';

/** The lists of a form's columns, equal ones once. */
export interface Catalogues {
  readonly lists: readonly Catalogue[];
  /** The range with the options, as a validation refers to it. */
  rangeOf(options: readonly string[]): string;
}

interface Catalogue {
  /** Header of the first column that uses it. */
  readonly title: string;
  readonly options: readonly string[];
}

/** @param sheet name of the sheet that holds the lists */
export function collectCatalogues(form: Form, sheet: string): Catalogues {
  const places = new Map<string, number>();
  const lists: Catalogue[] = [];
  for (const { header, options } of form.sheets.flatMap(({ columns }) => columns)) {
    if (!options || places.has(JSON.stringify(options))) continue;
    places.set(JSON.stringify(options), lists.length);
    lists.push({ title: header, options });
  }
  return {
    lists,
    rangeOf(options) {
      const letters = columnLetters(places.get(JSON.stringify(options))!);
      return `${quotedSheet(sheet)}!$${letters}$2:$${letters}$${options.length + 1}`;
    },
  };
}

/** A column for each list, its title in the first row. */
export function catalogueSheet({ lists }: Catalogues, formats: FormFormats): string {
  const length = Math.max(0, ...lists.map(({ options }) => options.length));
  const header = { plain: formats.header, asText: formats.header };
  const rows = Array.from({ length }, (_, row) =>
    lists.map(({ options }) => textCell(options[row] ?? '', formats.text)).join(''),
  );
  const titles = lists.map(({ title }) => textCell(title, header)).join('');
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetFormatPr defaultColWidth="30" defaultRowHeight="15"/><sheetData>` +
    `${[titles, ...rows].map((cells) => `<row>${cells}</row>`).join('')}</sheetData></worksheet>`
  );
}
