import { resolveEntities } from '../../xlsx/workbook-sheets.js';

/** The attributes of a tag by name, prefixes kept; entities resolved. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g), ([, name = '', double, single]) => [
      name,
      resolveEntities(double ?? single ?? ''),
    ]),
  );
}

/** The attributes of every element of a name, whatever its prefix. */
export function elementsOf(xml: string, name: string): readonly ReadonlyMap<string, string>[] {
  return Array.from(xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)?>`, 'g')), ([, tag = '']) =>
    attributesOf(tag),
  );
}

/** XML Schema's xsd:boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
