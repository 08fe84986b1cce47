import { withAttribute } from './xml-attribute.js';

/** A list of `xl/styles.xml`, as `fonts`, to which items are added. */
export interface StyleList {
  readonly items: readonly string[];
  /** Index of the item. */
  add(item: string): number;
  /** Id of the number format with the code. */
  addNumberFormat(code: string): number;
  /** The document with the list as it is now. */
  writtenInto(xml: string): string;
}

export function createStyleList(xml: string, prefix: string, list: string, item: string): StyleList {
  const [whole = '', , content = ''] = listPattern(prefix, list).exec(xml) ?? [];
  const items = Array.from(content.matchAll(itemPattern(prefix, item)), ([found]) => found);
  if (items.length === 0 && list !== 'numFmts') items.push(prefixed(DEFAULT_ITEMS[list]!, prefix));
  const before = items.length;
  const added = (): string => items.slice(before).join('');

  return {
    items,
    add: (one) => items.push(one) - 1,
    addNumberFormat(code) {
      const ids = items.map((one) => Number(/numFmtId="(\d+)"/.exec(one)?.[1]));
      const present = items.findIndex((one) => one.includes(`formatCode="${code}"`));
      if (present >= 0) return ids[present]!;
      // Ids below 164 belong to the built-in formats (ECMA-376 part 1, 18.8.30).
      const id = Math.max(163, ...ids) + 1;
      items.push(prefixed(`<numFmt numFmtId="${id}" formatCode="${code}"/>`, prefix));
      return id;
    },
    writtenInto(text) {
      if (items.length === 0 || (whole !== '' && before > 0 && added() === '')) return text;
      const start = /^<[^>]*?(?=\/?>)/.exec(whole)?.[0] ?? `<${prefix}${list}`;
      const tag = withAttribute(`${start}>`, 'count', items.length);
      const element = `${tag}${content === '' ? items.join('') : content + added()}</${prefix}${list}>`;
      return whole === '' ? inPlace(text, prefix, list, element) : text.replace(whole, () => element);
    },
  };
}

/** Puts a list that is absent where its place is: before the first of those that come after it. */
function inPlace(xml: string, prefix: string, list: string, element: string): string {
  const later = ORDER.slice(ORDER.indexOf(list) + 1).join('|');
  return xml.replace(new RegExp(`<${prefix}(?:${later})\\b|</${prefix}styleSheet>`), (found) => element + found);
}

function listPattern(prefix: string, list: string): RegExp {
  return new RegExp(`<${prefix}${list}\\b([^>]*?)(?:/>|>(.*?)</${prefix}${list}>)`, 's');
}

function itemPattern(prefix: string, item: string): RegExp {
  return new RegExp(`<${prefix}${item}(?=[\\s/>])[^>]*?(?:/>|>.*?</${prefix}${item}>)`, 'gs');
}

/** Our elements under the prefix of the document they go into. */
export function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}

/** As ECMA-376 part 1, 18.8.39 wants them. */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

export const DEFAULT_ITEMS: Readonly<Record<string, string>> = {
  fonts: '<font><sz val="11"/><name val="Calibri"/></font>',
  fills: '<fill><patternFill patternType="none"/></fill>',
  borders: '<border><left/><right/><top/><bottom/><diagonal/></border>',
  cellXfs: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
};
