import { posix } from 'node:path';
import { resolveEntities } from '../../xlsx/workbook-sheets.js';
import { sourceError } from '../source-error.js';
import type { SourceNotices } from '../source-notice.js';
import { type CellFormat, cellFormats } from './cell-formats.js';
import { EXTERNAL } from './formula-check.js';
import { attributesOf, elementsOf, isTrue } from './xml-attributes.js';
import type { ZipParts } from './zip-parts.js';

/** What a workbook says of itself: its sheets and where they are. */
export interface WorkbookOutline {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[];
  readonly sharedTexts: string | undefined;
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
  /** Defined names that stand for cells of another workbook, in capitals. */
  readonly externalNames: ReadonlySet<string>;
}

interface Relation {
  readonly id: string;
  /** Last word of the relationship's type: "worksheet", "styles". */
  readonly type: string;
  readonly part: string;
}

/** @throws TableError MACROS; NOT_A_TABLE for documents of other kinds; WORKBOOK_BROKEN */
export async function readOutline(parts: ZipParts, notices: SourceNotices): Promise<WorkbookOutline> {
  refuseMacros(parts.names);
  await refuseActiveLinks(parts);
  noteWhatIsLeftOut(parts.names, notices);
  const workbook = await findWorkbook(parts);
  const relations = await relationsOf(parts, workbook);
  if (relations.some(({ type }) => type === 'xlMacrosheet')) throw sourceError('MACROS', 'Excel 4.0');
  const xml = await parts.text(workbook);
  const styles = relations.find(({ type, part }) => type === 'styles' && parts.has(part))?.part;
  return {
    sheets: sheetsOf(xml, relations, parts),
    sharedTexts: relations.find(({ type, part }) => type === 'sharedStrings' && parts.has(part))?.part,
    formats: styles ? cellFormats(await parts.text(styles)) : [],
    is1904: elementsOf(xml, 'workbookPr').some((element) => isTrue(element.get('date1904'))),
    externalNames: externalNamesIn(xml),
  };
}

function externalNamesIn(xml: string): ReadonlySet<string> {
  const names = xml.matchAll(/<(?:\w+:)?definedName\s([^>]*)>([^<]*)</g);
  const outside = Array.from(names).filter(([, , formula = '']) => EXTERNAL.test(resolveEntities(formula)));
  return new Set(outside.map(([, tag = '']) => (attributesOf(tag).get('name') ?? '').toUpperCase()));
}

/** Links that ask another program for data, and start it: "cmd|'/c …'". */
async function refuseActiveLinks(parts: ZipParts): Promise<void> {
  for (const name of parts.names.filter((part) => LINK_PART.test(part))) {
    const kind = /<(?:\w+:)?(ddeLink|oleLink)\b/.exec(await parts.text(name))?.[1];
    if (kind) throw sourceError('ACTIVE_LINK', `${kind.slice(0, 3).toUpperCase()}, ${name}`);
  }
}

const LINK_PART = /externalLinks\/[^/]+\.xml$/i;

function refuseMacros(names: readonly string[]): void {
  const found = names.find((name) => /(?:^|\/)(?:vbaProject\.bin|macrosheets\/)/i.test(name));
  if (found) throw sourceError('MACROS', found);
}

function noteWhatIsLeftOut(names: readonly string[], notices: SourceNotices): void {
  const links = names.filter((name) => /(?:externalLinks|queryTables)\/[^/]+\.xml$|\/connections\.xml$/i.test(name));
  const objects = names.filter((name) => /\/(?:embeddings|activeX|ctrlProps)\/[^/]+$/i.test(name));
  if (links.length > 0) notices.add('EXTERNAL_LINKS', {}, String(links.length));
  if (objects.length > 0) notices.add('EMBEDDED_OBJECTS', {}, String(objects.length));
}

async function findWorkbook(parts: ZipParts): Promise<string> {
  if (parts.has('_rels/.rels')) {
    const document = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.part;
    if (document?.endsWith('.bin'))
      throw notATable('un libro binario de Excel (.xlsb)', 'a binary Excel workbook (.xlsb)');
    if (document && parts.has(document) && parts.names.some((name) => /worksheets\//i.test(name))) return document;
    if (document && parts.has(document)) throw notATable('otro documento de Office', 'another Office document');
  }
  if (parts.has('xl/workbook.xml')) throw sourceError('WORKBOOK_BROKEN', '_rels/.rels');
  if (parts.has('mimetype'))
    throw notATable('un documento de OpenDocument (.ods, .odt)', 'an OpenDocument file (.ods, .odt)');
  throw notATable('un archivo zip (descomprimirlo antes)', 'a zip archive (unpack it first)');
}

function notATable(es: string, en: string): Error {
  return sourceError('NOT_A_TABLE', { es, en });
}

/** Of a part; '' is the package. Targets outside of the file lead nowhere. */
async function relationsOf(parts: ZipParts, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!parts.has(name)) return [];
  return elementsOf(await parts.text(name), 'Relationship').flatMap((element) => {
    const target = element.get('Target') ?? '';
    if (element.get('TargetMode') === 'External') return [];
    const to = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    return [{ id: element.get('Id') ?? '', type: posix.basename(element.get('Type') ?? ''), part: to }];
  });
}

/** Sheets of charts and dialogs have no cells and are left out. */
function sheetsOf(xml: string, relations: readonly Relation[], parts: ZipParts): WorkbookOutline['sheets'] {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  return Array.from(xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g), ([, tag = '']) => attributesOf(tag)).flatMap(
    (sheet) => {
      const id = [...sheet].find(([name]) => /^\w+:id$/.test(name))?.[1] ?? '';
      const relation = byId.get(id);
      if (relation?.type !== 'worksheet') return [];
      if (!parts.has(relation.part)) throw sourceError('WORKBOOK_BROKEN', relation.part);
      return [{ name: sheet.get('name') ?? '', hidden: /hidden/i.test(sheet.get('state') ?? ''), part: relation.part }];
    },
  );
}
