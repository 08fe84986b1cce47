import { isJsonObject, type Json, type JsonObject } from '#ocds';

/** A schema without its titles and descriptions. A property called `title` is an object and stays. */
export function withoutProse(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withoutProse);
  if (!isJsonObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([member, value]) => !isProse(member, value));
  return Object.fromEntries(kept.map(([member, value]) => [member, withoutProse(value as Json)]));
}

/** Every title and description of a schema document, those of its deprecation notes included. */
export function proseOf(document: Json): readonly string[] {
  const members = everyObject(document).flatMap((each) => Object.entries(each));
  return members.filter(([member, value]) => isProse(member, value)).map(([, value]) => String(value));
}

/** Every object of a JSON document, the document included. */
export function everyObject(value: Json | undefined): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(everyObject);
  return isJsonObject(value) ? [value, ...Object.values(value).flatMap(everyObject)] : [];
}

/** Places of the document, its properties, its definitions and its deprecation notes that lack a text they owe. */
export function placesWithoutProse(document: JsonObject): readonly string[] {
  return objectsByPlace(document, '')
    .filter(([place, schema]) => proseOwed(place).some((member) => !isText(schema[member])))
    .map(([place]) => place);
}

/** Texts with a common English word outside of `code`, «quotations» and links. */
export function englishIn(prose: readonly string[]): readonly string[] {
  return prose.filter((text) => ENGLISH.test(text.replaceAll(/`[^`]*`|«[^»]*»|\(?https?:\S+/g, '')));
}

const ENGLISH =
  /\b(the|of|and|or|for|with|this|that|which|from|when|where|must|should|not|are|is|been|used|date|value|amount|award|tender|contract|supplier|buyer|organization|release|record|field|name|title|description|identifier|deprecated)\b/i;

function proseOwed(place: string): readonly string[] {
  if (place.endsWith('/deprecated')) return ['description'];
  return place === '' || /\/(properties|definitions)\/[^/]+$/.test(place) ? ['title', 'description'] : [];
}

function objectsByPlace(value: Json | undefined, place: string): readonly (readonly [string, JsonObject])[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => objectsByPlace(each, `${place}/${index}`));
  if (!isJsonObject(value)) return [];
  return [
    [place, value],
    ...Object.entries(value).flatMap(([member, child]) => objectsByPlace(child, `${place}/${member}`)),
  ];
}

function isProse(member: string, value: Json | undefined): boolean {
  return (member === 'title' || member === 'description') && typeof value === 'string';
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
