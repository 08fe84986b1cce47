import { posix } from 'node:path';
import { resolveEntities } from '../xlsx/workbook-sheets.js';
import { PACKAGE_RELATIONS, RELATIONS, XML_HEAD } from './namespaces.js';
import { attributeOf, attributeText } from './xml-attribute.js';

export interface Relation {
  readonly id: string;
  /** Last word of the type: `worksheet`, `comments`, `vmlDrawing`. */
  readonly kind: string;
  /** Path of the part it leads to. */
  readonly part: string;
}

/** Path of the part with the relations of a part: `xl/worksheets/_rels/sheet1.xml.rels`. */
export function relationsPath(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** The relations within the workbook; those to the outside are left out. */
export function relationsOf(part: string, xml: string | undefined): readonly Relation[] {
  const tags = xml?.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const target = resolveEntities(attributeOf(tag, 'Target') ?? '');
    if (attributeOf(tag, 'TargetMode') === 'External') return [];
    const path = posix.resolve('/', posix.dirname(part), target).slice(1);
    return [{ id: attributeOf(tag, 'Id') ?? '', kind: posix.basename(attributeOf(tag, 'Type') ?? ''), part: path }];
  });
}

/** The relations with more added; a new document when there is none. */
export function withRelations(xml: string | undefined, added: readonly Relation[]): string {
  const before = xml ?? `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}"></Relationships>`;
  const prefix = /<(\w+:)?Relationships\b/.exec(before)?.[1] ?? '';
  const elements = added.map(
    ({ id, kind, part }) =>
      `<${prefix}Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="/${attributeText(part)}"/>`,
  );
  return inside(before, `${prefix}Relationships`, elements.join(''));
}

/** Puts elements at the end of the document's only list. */
export function inside(xml: string, list: string, elements: string): string {
  if (elements === '') return xml;
  if (xml.includes(`</${list}>`)) return xml.replace(`</${list}>`, () => `${elements}</${list}>`);
  return xml.replace(
    new RegExp(`<${list}\\b([^>]*?)\\s*/>`),
    (_, attributes: string) => `<${list}${attributes}>${elements}</${list}>`,
  );
}

/** An id that no relation has: "c7r1", "c7r2"… */
export function freeId(taken: readonly Relation[], start = 1): string {
  const id = `c7r${start}`;
  return taken.some((relation) => relation.id === id) ? freeId(taken, start + 1) : id;
}
