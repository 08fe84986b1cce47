import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Codelists } from './ocds-codelists.js';
import { once } from './once.js';

/**
 * One field of a schema at one path, as the walk over the data needs it.
 * An array and its items are one field: paths carry no indexes.
 */
export interface Field {
  readonly name: string;
  /** Path from the document, e.g. `awards/suppliers`; empty for the document itself. */
  readonly path: string;
  readonly title: string | undefined;
  readonly deprecated: boolean;
  readonly codelist: string | undefined;
  /** The codes of an open code list; closed ones are enums in the schema. */
  readonly openCodes: ReadonlySet<string> | undefined;
  /** How the OCDS merge tells the items of this array apart: by `id`, or not at all (the list is one value). */
  readonly identity: 'id' | 'whole' | undefined;
  readonly uniqueItems: boolean;
  /** Items are merged by an `id` that the schema does not require. */
  readonly itemsNeedId: boolean;
  /** The kinds of empty value that the schema itself refuses; `blank` is text of spaces only. */
  readonly refuses: {
    readonly emptyText: boolean;
    readonly blank: boolean;
    readonly emptyList: boolean;
    readonly emptyObject: boolean;
  };
  /** Members that may have language variants such as `title_es`, which are text or null. */
  readonly translatable: ReadonlySet<string>;
  /** Member fields by name; built when first asked for. */
  readonly members: () => ReadonlyMap<string, Field>;
}

/** A schema that refers to itself is followed this far; what lies below is not described. OCDS 1.1 needs 7. */
const DEEPEST = 16;
const NO_MEMBERS: ReadonlyMap<string, Field> = new Map();

/** The root field of a draft-04 schema whose references are local (`#/definitions/…`). */
export function describeFields(schema: JsonObject, codelists: Codelists): Field {
  return describe({ root: schema, codelists, schema, name: '', path: '', depth: 0 });
}

interface Place {
  readonly root: JsonObject;
  readonly codelists: Codelists;
  readonly schema: JsonObject;
  readonly name: string;
  readonly path: string;
  readonly depth: number;
}

function describe(place: Place): Field {
  const target = resolve(place.root, place.schema);
  const item = isJsonObject(target.items) ? resolve(place.root, target.items) : undefined;
  const shape = item ?? target;
  return {
    name: place.name,
    path: place.path,
    title: text(place.schema.title) ?? text(target.title),
    deprecated: isJsonObject(place.schema.deprecated ?? target.deprecated),
    ...codes(target, place.codelists),
    ...identityOf(target, item),
    refuses: emptiness(target, item),
    translatable: translatableOf(shape),
    members: once(() => (place.depth < DEEPEST ? describeMembers(place, shape) : NO_MEMBERS)),
  };
}

function describeMembers(place: Place, shape: JsonObject): ReadonlyMap<string, Field> {
  const properties = isJsonObject(shape.properties) ? shape.properties : {};
  const members = new Map<string, Field>();
  for (const [name, schema] of Object.entries(properties)) {
    if (!isJsonObject(schema)) continue;
    const path = place.path === '' ? name : `${place.path}/${name}`;
    members.set(name, describe({ ...place, schema, name, path, depth: place.depth + 1 }));
  }
  return members;
}

function codes(target: JsonObject, codelists: Codelists): Pick<Field, 'codelist' | 'openCodes'> {
  const codelist = text(target.codelist);
  const open = codelist !== undefined && target.openCodelist === true;
  return { codelist, openCodes: open ? codelists.get(codelist) : undefined };
}

/** https://standard.open-contracting.org/1.1/en/schema/merging/#array-values */
function identityOf(
  target: JsonObject,
  item: JsonObject | undefined,
): Pick<Field, 'identity' | 'uniqueItems' | 'itemsNeedId'> {
  const itemMembers = isJsonObject(item?.properties) ? item.properties : {};
  const byId = item !== undefined && itemMembers.id !== undefined && target.wholeListMerge !== true;
  const required = Array.isArray(item?.required) && item.required.includes('id');
  return {
    identity: item === undefined ? undefined : byId ? 'id' : 'whole',
    uniqueItems: target.uniqueItems === true,
    itemsNeedId: byId && !required,
  };
}

function emptiness(target: JsonObject, item: JsonObject | undefined): Field['refuses'] {
  const blank = [target, item].some((schema) => schema?.format !== undefined || schema?.enum !== undefined);
  return {
    blank,
    emptyText: blank || isPositive(target.minLength),
    emptyList: isPositive(target.minItems),
    emptyObject: Array.isArray((item ?? target).required),
  };
}

function isPositive(limit: Json | undefined): boolean {
  return typeof limit === 'number' && limit > 0;
}

/** Language variants appear in OCDS schemas only as patterns: `^(title_(<BCP 47>))$`. */
function translatableOf(shape: JsonObject): ReadonlySet<string> {
  const patterns = isJsonObject(shape.patternProperties) ? Object.keys(shape.patternProperties) : [];
  return new Set(patterns.flatMap((pattern) => languagePatternOf(pattern) ?? []));
}

/** The field whose language variants a `patternProperties` pattern describes, or `undefined` for any other pattern. */
export function languagePatternOf(pattern: string): string | undefined {
  return /^\^\(([A-Za-z]\w*)_\(\(\(/.exec(pattern)?.[1];
}

function resolve(root: JsonObject, schema: JsonObject): JsonObject {
  const seen = new Set<JsonObject>();
  let current = schema;
  while (typeof current.$ref === 'string' && !seen.has(current)) {
    seen.add(current);
    current = lookUp(root, current.$ref) ?? {};
  }
  return current;
}

function lookUp(root: JsonObject, reference: string): JsonObject | undefined {
  if (!reference.startsWith('#/')) return undefined;
  let current: Json | undefined = root;
  for (const segment of reference.slice(2).split('/')) current = isJsonObject(current) ? current[segment] : undefined;
  return isJsonObject(current) ? current : undefined;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
