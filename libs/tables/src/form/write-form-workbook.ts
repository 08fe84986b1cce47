import { newWorkbookParts, STYLES_PART } from '../annotate/new-workbook.js';
import { safeSheetNames } from '../annotate/safe-sheet-names.js';
import { createStyleBook } from '../annotate/style-book.js';
import { freeSheetName } from '../annotate/workbook-list.js';
import { createZip } from '../annotate/zip-writer.js';
import { catalogueSheet, collectCatalogues } from './catalogue-sheet.js';
import { CORE_PROPERTIES, coreProperties, CUSTOM_PROPERTIES, customProperties } from './document-properties.js';
import type { Form } from './form.js';
import { addFormFormats } from './form-formats.js';
import { formSheet, headerRowOf } from './form-sheet.js';
import { instructionsSheet } from './instructions-sheet.js';

/** Where the headers of the written sheets are. */
export interface FormReport {
  readonly sheets: readonly { readonly name: string; readonly headerRow: number }[];
}

/**
 * Writes an empty workbook to be filled in: instructions, a sheet for each of the form's, and a hidden one with the
 * catalogues that its drop-downs offer. The headers are written as given, so that a profile finds them; what is
 * required is told by their colour and by the help above them. Equal forms make equal files.
 */
export async function writeFormWorkbook(outPath: string, form: Form): Promise<FormReport> {
  const names = [...safeSheetNames(form.sheets.map(({ name }) => name)).values()];
  const sheets = form.sheets.map((sheet, index) => ({ ...sheet, name: names[index]! }));
  const catalogueName = freeSheetName('Catálogos', names);
  const catalogues = collectCatalogues(form, catalogueName);
  const book = createStyleBook();
  const formats = addFormFormats(book);
  const written = [
    { name: freeSheetName('Instrucciones', names), xml: instructionsSheet({ ...form, sheets }, formats) },
    ...sheets.map((sheet) => ({ name: sheet.name, xml: formSheet(sheet, formats, catalogues) })),
    ...(catalogues.lists.length > 0
      ? [{ name: catalogueName, xml: catalogueSheet(catalogues, formats), isHidden: true }]
      : []),
  ].map((sheet, index) => ({ isHidden: false, ...sheet, part: `xl/worksheets/sheet${index + 1}.xml` }));

  await using zip = createZip(outPath, 6);
  for (const [part, xml] of newWorkbookParts(written, PROPERTIES)) await zip.add(part, xml);
  for (const { part, xml } of written) await zip.add(part, xml);
  await zip.add(STYLES_PART, book.toXml());
  await zip.add(CORE_PROPERTIES.part, coreProperties(form));
  await zip.add(CUSTOM_PROPERTIES.part, customProperties(form));
  await zip.finish();
  return { sheets: sheets.map((sheet) => ({ name: sheet.name, headerRow: headerRowOf(sheet) })) };
}

const PROPERTIES = {
  parts: new Map([CORE_PROPERTIES, CUSTOM_PROPERTIES].map(({ part, type }) => [part, type])),
  relations: new Map([CORE_PROPERTIES, CUSTOM_PROPERTIES].map(({ part, relation }) => [part, relation])),
};
