import releaseSchema from '../../../../schemas/ocds/1.1/release-schema.json' with { type: 'json' };
import type { Bilingual } from '../bilingual.js';
import { nameInWords } from '../compare/in-words.js';
import { extensionsOf } from '../extensions/registry.js';
import type { ExtensionId } from '../extensions/schema-patches.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { mergePatch } from '../validate/merge-patch.js';

/** An object of the data and what it may say. */
export interface DictionaryObject {
  /** As the schema names it; `release` is the outermost. */
  readonly name: string;
  readonly title: Bilingual;
  /** In Spanish. */
  readonly description?: string;
  readonly fields: readonly DictionaryField[];
}

export interface DictionaryField {
  readonly name: string;
  readonly title: Bilingual;
  /** In Spanish. */
  readonly description?: string;
  readonly type: 'text' | 'number' | 'integer' | 'date' | 'link' | 'flag' | 'object' | 'other';
  /** There may be several. */
  readonly isList: boolean;
  /** The object that it is, or that its items are. */
  readonly of?: string;
  readonly codelist?: string;
  /** The extension that adds it; absent: it is of the standard itself. */
  readonly extension?: ExtensionId;
}

/**
 * All objects and fields of releases with the given extensions, from our schemas: the standard's in the order of the
 * schema, then what each extension adds.
 */
export function dataDictionary(extensions: readonly ExtensionId[]): readonly DictionaryObject[] {
  const added = new Map<string, ExtensionId>();
  let schema = releaseSchema as unknown as JsonObject;
  for (const { id, releasePatch } of extensionsOf(extensions)) {
    if (releasePatch === undefined) continue;
    const patched = mergePatch(schema, releasePatch) as JsonObject;
    const known = new Set(placesIn(schema));
    for (const place of placesIn(patched)) if (!known.has(place)) added.set(place, id);
    schema = patched;
  }
  return objectsOf(schema).map(([name, shape]) => describe(schema, name, shape, added));
}

/** The release itself, and each object that is defined by a name. */
function objectsOf(schema: JsonObject): readonly (readonly [string, JsonObject])[] {
  const named = Object.entries(membersOf(schema.definitions)).filter(([, shape]) => hasFields(shape));
  return [['release', schema], ...named];
}

function placesIn(schema: JsonObject): readonly string[] {
  return objectsOf(schema).flatMap(([object, shape]) =>
    Object.keys(membersOf(shape.properties)).map((name) => `${object}/${name}`),
  );
}

function hasFields(shape: JsonObject): boolean {
  return Object.keys(membersOf(shape.properties)).length > 0;
}

function describe(
  root: JsonObject,
  name: string,
  shape: JsonObject,
  added: ReadonlyMap<string, ExtensionId>,
): DictionaryObject {
  const fields = Object.entries(membersOf(shape.properties)).map(([field, schema]) =>
    fieldOf(field, borrowed(root, schema), added.get(`${name}/${field}`)),
  );
  return { name, ...titled(name, shape), fields };
}

function fieldOf(name: string, schema: JsonObject, extension: ExtensionId | undefined): DictionaryField {
  const item = isJsonObject(schema.items) ? schema.items : undefined;
  const of = referenced(item ?? schema);
  const codelist = textOf(schema.codelist ?? item?.codelist);
  return {
    name,
    ...titled(name, schema),
    type: of === undefined ? typeOf(item ?? schema) : 'object',
    isList: item !== undefined,
    ...(of !== undefined && { of }),
    ...(codelist !== undefined && { codelist: codelist.replace(/\.csv$/, '') }),
    ...(extension !== undefined && { extension }),
  };
}

function titled(name: string, schema: JsonObject) {
  const description = textOf(schema.description);
  const en = nameInWords(name);
  return {
    title: { es: textOf(schema.title) ?? en, en },
    ...(description !== undefined && { description }),
  };
}

function referenced({ $ref }: JsonObject): string | undefined {
  return OBJECT.exec(textOf($ref) ?? '')?.[1];
}

const OBJECT = /^#\/definitions\/([^/]+)$/;

/** A field that is defined as another field of some object is, but for what it says of itself. */
function borrowed(root: JsonObject, schema: JsonObject): JsonObject {
  const path = textOf(schema.$ref);
  if (path === undefined || OBJECT.test(path)) return schema;
  let found: Json | undefined = root;
  for (const name of path.split('/').slice(1)) found = isJsonObject(found) ? found[name] : undefined;
  return isJsonObject(found) ? { ...found, ...schema } : schema;
}

/** Null is always allowed, and of several types the first tells most. */
function typeOf({ type, format }: JsonObject): DictionaryField['type'] {
  if (format === 'date-time') return 'date';
  if (format === 'uri' || format === 'iri') return 'link';
  return TYPES[String([type].flat().find((one) => one !== 'null'))] ?? 'other';
}

const TYPES: Readonly<Record<string, DictionaryField['type']>> = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'flag',
  object: 'object',
};

function membersOf(value: Json | undefined): Readonly<Record<string, JsonObject>> {
  return isJsonObject(value) ? (value as Readonly<Record<string, JsonObject>>) : {};
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
