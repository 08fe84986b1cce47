import { CONTENT_TYPES, MAIN, PACKAGE_RELATIONS, RELATIONS, spreadsheetType, XML_HEAD } from './namespaces.js';
import { relationsPath, withRelations } from './relations.js';
import { CONTENT_TYPES_PART, WORKBOOK_PART, WORKBOOK_RELATIONS } from './workbook-package.js';
import { attributeText } from './xml-attribute.js';

export interface NewSheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden?: boolean;
}

/** Elements that `xl/workbook.xml` has beside its sheets, and parts beside those of the workbook. */
export interface NewWorkbookMore {
  /** `definedName` elements. */
  readonly names?: readonly string[];
  /** Place of the sheet that is shown first, from 0. */
  readonly shown?: number;
  /** Media types of further parts, by path. */
  readonly parts?: ReadonlyMap<string, string>;
  readonly endings?: ReadonlyMap<string, string>;
  /** Relations of the package, by path of the part: `http://…/custom-properties`. */
  readonly relations?: ReadonlyMap<string, string>;
}

export const STYLES_PART = 'xl/styles.xml';

/** The parts of a new workbook that are not its worksheets and formats, by path (ECMA-376 part 1, 12.3). */
export function newWorkbookParts(sheets: readonly NewSheet[], more: NewWorkbookMore = {}): ReadonlyMap<string, string> {
  const relations = sheets.map(({ part }, index) => ({ id: `r${index + 1}`, kind: 'worksheet', part }));
  const styles = { id: `r${sheets.length + 1}`, kind: 'styles', part: STYLES_PART };
  return new Map([
    [CONTENT_TYPES_PART, contentTypes(sheets, more)],
    [relationsPath(''), packageRelations(more.relations ?? new Map())],
    [WORKBOOK_PART, workbook(sheets, more)],
    [WORKBOOK_RELATIONS, withRelations(undefined, [...relations, styles])],
  ]);
}

function contentTypes(
  sheets: readonly NewSheet[],
  { parts = new Map(), endings = new Map() }: NewWorkbookMore,
): string {
  const types = new Map<string, string>([
    [WORKBOOK_PART, spreadsheetType('sheet.main')],
    [STYLES_PART, spreadsheetType('styles')],
    ...sheets.map(({ part }) => [part, spreadsheetType('worksheet')] as const),
    ...parts,
  ]);
  const defaults = new Map<string, string>([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...endings,
  ]);
  return (
    `${XML_HEAD}<Types xmlns="${CONTENT_TYPES}">` +
    [...defaults].map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`).join('') +
    [...types].map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join('') +
    '</Types>'
  );
}

function packageRelations(relations: ReadonlyMap<string, string>): string {
  const all = new Map([[WORKBOOK_PART, `${RELATIONS}/officeDocument`], ...relations]);
  const elements = Array.from(
    all,
    ([part, type], index) => `<Relationship Id="r${index + 1}" Type="${type}" Target="${part}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${elements.join('')}</Relationships>`;
}

function workbook(sheets: readonly NewSheet[], { names = [], shown = 0 }: NewWorkbookMore): string {
  const elements = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${attributeText(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="r${index + 1}"/>`,
  );
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="${shown}"/></bookViews>` +
    `<sheets>${elements.join('')}</sheets>` +
    (names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`) +
    '</workbook>'
  );
}
