import type { RemarkSeverity } from './remark.js';
import { createStyleList, DEFAULT_ITEMS, prefixed, type StyleList } from './style-list.js';
import { prefixOf, withAttribute } from './xml-attribute.js';

/** The cell formats of a workbook, to which more are added; a format is known by its index in `cellXfs`. */
export interface StyleBook {
  /** Index of a format, written as the attributes and content of an `xf` that names our fonts and fills. */
  add(format: CellFormat): number;
  /** Index of the format that is like the one given but for its fill. */
  filled(format: number, severity: RemarkSeverity): number;
  toXml(): string;
}

export interface CellFormat {
  /** Content of a `font` element. */
  readonly font?: string;
  /** Colour of the fill, ARGB. */
  readonly fill?: string;
  /** Id of a built-in number format, or the code of one of our own. */
  readonly number?: number | string;
  readonly wrap?: boolean;
  /** As text typed after an apostrophe: it stays text when someone edits it. */
  readonly asText?: boolean;
}

/** The colours Excel itself gives "bad" and "neutral", and a light blue. */
export const SEVERITY_COLOURS: Readonly<Record<RemarkSeverity, string>> = {
  error: 'FFFFC7CE',
  warning: 'FFFFEB9C',
  note: 'FFDDEBF7',
};

/** @param xml the `xl/styles.xml` of a workbook; that of an empty one unless told */
export function createStyleBook(xml: string = EMPTY_STYLES): StyleBook {
  const prefix = prefixOf(xml, 'styleSheet');
  const lists = new Map<string, StyleList>(
    LISTS.map(([list, item]) => [list, createStyleList(xml, prefix, list, item)]),
  );
  const known = new Map<string, number>();

  const put = (list: string, item: string): number => {
    const key = `${list} ${item}`;
    const index = known.get(key) ?? lists.get(list)!.add(item);
    known.set(key, index);
    return index;
  };
  const fillId = (colour: string): number =>
    put(
      'fills',
      prefixed(
        `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
        prefix,
      ),
    );
  const numberId = (format: number | string): number =>
    typeof format === 'number' ? format : lists.get('numFmts')!.addNumberFormat(format);

  return {
    add({ font, fill, number, wrap = false, asText = false }) {
      const fontId = font === undefined ? 0 : put('fonts', prefixed(`<font>${font}</font>`, prefix));
      const xf =
        `<xf numFmtId="${number === undefined ? 0 : numberId(number)}" fontId="${fontId}" ` +
        `fillId="${fill === undefined ? 0 : fillId(fill)}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" ` +
        `applyFill="1" applyAlignment="1"${asText ? ' quotePrefix="1"' : ''}>` +
        `<alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/></xf>`;
      return put('cellXfs', prefixed(xf, prefix));
    },
    filled(format, severity) {
      const like = lists.get('cellXfs')!.items[format] ?? lists.get('cellXfs')!.items[0]!;
      const [tag = like] = /^<[^>]*>/.exec(like) ?? [];
      const withFill = withAttribute(withAttribute(tag, 'fillId', fillId(SEVERITY_COLOURS[severity])), 'applyFill', 1);
      return put('cellXfs', withFill + like.slice(tag.length));
    },
    toXml: () => [...lists.values()].reduce((text, list) => list.writtenInto(text), xml),
  };
}

const LISTS = [
  ['numFmts', 'numFmt'],
  ['fonts', 'font'],
  ['fills', 'fill'],
  ['borders', 'border'],
  ['cellXfs', 'xf'],
] as const;

const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<fonts count="1">${DEFAULT_ITEMS.fonts!}</fonts>` +
  `<fills count="2">${DEFAULT_ITEMS.fills!}<fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1">${DEFAULT_ITEMS.borders!}</borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
