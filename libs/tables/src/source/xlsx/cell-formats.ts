import { attributesOf, elementsOf } from './xml-attributes.js';

/** What the number of a cell means. */
export type CellFormat = 'number' | 'date' | 'time' | 'date-time';

/** The formats of a workbook, by the style numbers that cells carry. */
export function cellFormats(styles: string): readonly CellFormat[] {
  const custom = new Map(
    elementsOf(styles, 'numFmt').map((element) => [element.get('numFmtId'), element.get('formatCode') ?? ''] as const),
  );
  const cells = /<(?:\w+:)?cellXfs\b[^>]*>(.*?)<\/(?:\w+:)?cellXfs>/s.exec(styles)?.[1] ?? '';
  return Array.from(cells.matchAll(/<(?:\w+:)?xf(\s[^>]*)>/g), ([, tag = '']) => {
    const id = attributesOf(tag).get('numFmtId') ?? '0';
    const code = custom.get(id);
    return code === undefined ? builtInFormat(Number(id)) : formatOfCode(code);
  });
}

/** ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are dates of East Asia. */
function builtInFormat(id: number): CellFormat {
  if (id === 22) return 'date-time';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? 'time' : 'number';
}

/** Of `[$-80A]dddd, d "de" mmmm` a date; "m" alone is a month, beside hours or seconds minutes. */
export function formatOfCode(code: string): CellFormat {
  const [first = ''] = code.split(';');
  const signs = first.replace(/"[^"]*"?|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/general|[0#?]\.?[0#?]*e[+-]/i.test(signs)) return 'number';
  const hasTime = /[hs]|\[m+\]/i.test(signs);
  const hasDate = /[yd]|a{3}|e(?![+-])/i.test(signs) || (!hasTime && /m/i.test(signs)) || /m{3}/i.test(signs);
  if (hasDate) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : 'number';
}
