import { relationsOf, relationsPath, type Relation } from './relations.js';
import { listedSheets } from './workbook-list.js';
import { brokenWorkbook, type ZipParts } from './zip-parts.js';

export const CONTENT_TYPES_PART = '[Content_Types].xml';
export const WORKBOOK_PART = 'xl/workbook.xml';
export const WORKBOOK_RELATIONS = relationsPath(WORKBOOK_PART);

/** How a workbook is put together. */
export interface WorkbookPackage {
  readonly contentTypes: string;
  readonly workbook: string;
  readonly relationsXml: string;
  readonly relations: readonly Relation[];
  /** Names of all sheets, charts included. */
  readonly names: readonly string[];
  /** Parts of the worksheets, by name. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Part with the cell formats, if there is one. */
  readonly styles: string | undefined;
}

/** @throws TableError when these are not the parts of a workbook */
export async function readPackage(parts: ZipParts, path: string): Promise<WorkbookPackage> {
  const needed = [CONTENT_TYPES_PART, WORKBOOK_PART, WORKBOOK_RELATIONS];
  if (!needed.every((name) => parts.has(name))) throw brokenWorkbook(path);
  const [contentTypes = '', workbook = '', relationsXml = ''] = await Promise.all(
    needed.map((name) => parts.text(name)),
  );
  const relations = relationsOf(WORKBOOK_PART, relationsXml);
  const listed = listedSheets(workbook);
  const sheets = listed.flatMap(({ name, relation }) => {
    const target = relations.find(({ id, kind }) => id === relation && kind === 'worksheet')?.part;
    return target !== undefined && parts.has(target) ? [[name, target] as const] : [];
  });
  return {
    contentTypes,
    workbook,
    relationsXml,
    relations,
    names: listed.map(({ name }) => name),
    sheets: new Map(sheets),
    styles: relations.find(({ kind, part }) => kind === 'styles' && parts.has(part))?.part,
  };
}
