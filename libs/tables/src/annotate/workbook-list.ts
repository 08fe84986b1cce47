import { resolveEntities } from '../xlsx/workbook-sheets.js';
import { RELATIONS } from './namespaces.js';
import { attributeOf, attributeText, prefixOf, withAttribute, withoutAttribute } from './xml-attribute.js';

/** The sheets that `xl/workbook.xml` lists, in order. */
export function listedSheets(xml: string): readonly { readonly name: string; readonly relation: string }[] {
  return sheetTags(xml).map((tag) => ({
    name: resolveEntities(attributeOf(tag, 'name') ?? ''),
    relation: /\s\w+:id=["']([^"']*)["']/.exec(tag)?.[1] ?? '',
  }));
}

/** `xl/workbook.xml` with one more sheet, in front; what counts sheets by their place is moved along. */
export function withFirstSheet(xml: string, name: string, relation: string): string {
  const prefix = prefixOf(xml, 'workbook');
  const id = Math.max(0, ...sheetTags(xml).map((tag) => Number(attributeOf(tag, 'sheetId')))) + 1;
  const sheet = `<${prefix}sheet xmlns:r="${RELATIONS}" name="${attributeText(name)}" sheetId="${id}" r:id="${relation}"/>`;
  return withView(xml, prefix)
    .replace(new RegExp(`<${prefix}sheets\\b[^>]*>`), (tag) => tag + sheet)
    .replace(/<(?:\w+:)?definedName\s[^>]*>/g, (tag) => shifted(tag, 'localSheetId'))
    .replace(/<(?:\w+:)?workbookView\b[^>]*>/g, (tag) => withoutAttribute(movedView(tag), 'firstSheet'));
}

/** The name, or the name with a number that no sheet has yet; sheets differ in more than case. */
export function freeSheetName(name: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((one) => one.toLowerCase()));
  let free = name;
  for (let number = 2; lower.has(free.toLowerCase()); number++) {
    const suffix = ` (${number})`;
    free = name.slice(0, LONGEST_SHEET_NAME - suffix.length) + suffix;
  }
  return free;
}

/** Characters (Excel's limits). */
export const LONGEST_SHEET_NAME = 31;

/** Where no view says which sheet is shown, the first is; it would become ours, and the one selected besides it. */
function withView(xml: string, prefix: string): string {
  if (/<(?:\w+:)?workbookView\b/.test(xml)) return xml;
  const views = `<${prefix}bookViews><${prefix}workbookView/></${prefix}bookViews>`;
  return xml.replace(new RegExp(`<${prefix}sheets\\b`), (tag) => views + tag);
}

function movedView(tag: string): string {
  return withAttribute(tag, 'activeTab', Number(attributeOf(tag, 'activeTab') ?? 0) + 1);
}

function shifted(tag: string, name: string): string {
  const place = attributeOf(tag, name);
  return place === undefined ? tag : withAttribute(tag, name, Number(place) + 1);
}

function sheetTags(xml: string): readonly string[] {
  return xml.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
}
