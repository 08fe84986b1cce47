import { inside } from './relations.js';
import { attributeText, prefixOf } from './xml-attribute.js';

/** `[Content_Types].xml` with the types of more parts, by path, and of more file endings. */
export function withContentTypes(
  xml: string,
  parts: ReadonlyMap<string, string>,
  endings: ReadonlyMap<string, string>,
): string {
  const prefix = prefixOf(xml, 'Types');
  const defaults = [...endings]
    .filter(([ending]) => !new RegExp(`Extension=["']${ending}["']`, 'i').test(xml))
    .map(([ending, type]) => `<${prefix}Default Extension="${ending}" ContentType="${type}"/>`);
  const overrides = [...parts].map(
    ([part, type]) => `<${prefix}Override PartName="/${attributeText(part)}" ContentType="${type}"/>`,
  );
  return inside(xml, `${prefix}Types`, [...defaults, ...overrides].join(''));
}
