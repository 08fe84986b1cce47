import { sourceError } from '../source-error.js';
import type { SourceLimits } from '../source-limits.js';
import { createNotices, type SourceNotices } from '../source-notice.js';
import type { SourceRow, SourceTables } from '../source-tables.js';
import { readSharedTexts, type SharedTexts } from './shared-texts.js';
import { createSheetScan, type SheetContext } from './sheet-scan.js';
import { readOutline, type WorkbookOutline } from './workbook-outline.js';
import { createXmlScan } from './xml-scan.js';
import { openParts, type ZipParts } from './zip-parts.js';

/** Opens a workbook of Excel 2007 and later (ECMA-376). Rows are read from the archive as they are asked for. */
export async function openXlsx(path: string, limits: SourceLimits): Promise<SourceTables> {
  const notices = createNotices();
  const parts = await openParts(path, limits);
  try {
    const outline = await readOutline(parts, notices);
    if (outline.sheets.length === 0) throw sourceError('WORKBOOK_BROKEN', '<sheet>');
    return createSource(parts, outline, limits, notices);
  } catch (error) {
    parts.close();
    throw error;
  }
}

function createSource(
  parts: ZipParts,
  outline: WorkbookOutline,
  limits: SourceLimits,
  notices: SourceNotices,
): SourceTables {
  let texts: Promise<SharedTexts> | undefined;
  const openTexts = (): Promise<SharedTexts> => (texts ??= sharedTexts(parts, outline.sharedTexts, limits));
  return {
    format: 'xlsx',
    notices: notices.list,
    sheets: outline.sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows(sheet) {
      const found = outline.sheets.find(({ name }) => name === sheet);
      if (!found) throw sourceError('NO_SHEET', sheet);
      const { formats, is1904, externalNames } = outline;
      const known = { sheet, formats, is1904, externalNames, limits, notices };
      return sheetRows(parts, found.part, async () => ({ ...known, sharedTexts: await openTexts() }));
    },
    async close() {
      parts.close();
      await (await texts?.catch(() => undefined))?.close();
    },
  };
}

function sharedTexts(parts: ZipParts, part: string | undefined, limits: SourceLimits): Promise<SharedTexts> {
  return part
    ? readSharedTexts(part, parts.pieces(part), limits)
    : Promise.resolve({ get: () => undefined, close: async () => {} });
}

async function* sheetRows(
  parts: ZipParts,
  part: string,
  context: () => Promise<SheetContext>,
): AsyncGenerator<SourceRow> {
  const known = await context();
  const scan = createSheetScan(known);
  const xml = createXmlScan(part, known.limits.cellLength, scan.handler);
  for await (const piece of parts.pieces(part)) {
    xml.push(piece);
    yield* scan.takeRows();
  }
  scan.end();
}
