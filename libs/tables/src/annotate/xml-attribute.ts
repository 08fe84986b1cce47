import { xmlText } from '../xlsx/xml-text.js';

/** Text as the value of an attribute between double quotes. */
export function attributeText(text: string): string {
  return xmlText(text).replace(/["\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The start tag with the attribute set, in its place if it was there. */
export function withAttribute(tag: string, name: string, value: string | number): string {
  const present = new RegExp(`(\\s${name}=)(?:"[^"]*"|'[^']*')`);
  if (present.test(tag)) return tag.replace(present, (_, start: string) => `${start}"${value}"`);
  return tag.replace(/\s*\/?>/, (end) => ` ${name}="${value}"${end.trim()}`);
}

export function withoutAttribute(tag: string, name: string): string {
  return tag.replace(new RegExp(`\\s${name}=(?:"[^"]*"|'[^']*')`), '');
}

/** The value as it is written, entities unresolved. */
export function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found?.[1] ?? found?.[2];
}

/** The prefix, with its colon, that a document gives the namespace of its first element: '' or 'x:'. */
export function prefixOf(xml: string, root: string): string {
  return new RegExp(`<(\\w+:)?${root}\\b`).exec(xml)?.[1] ?? '';
}
