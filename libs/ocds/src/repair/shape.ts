import { isJsonObject, type Json, type JsonObject } from '../json.js';

/** What a schema says about one value, as far as the repairs need it. */
export interface Shape {
  /** The JSON types it accepts; none where the schema does not say. `integer` stands beside `number`. */
  readonly accepts: ReadonlySet<string>;
  readonly isDateTime: boolean;
  /** The entries of this list must have an `id`. */
  readonly entriesNeedId: boolean;
  readonly item: () => Shape;
  readonly member: (name: string) => Shape;
}

/** The shape of what the schema says nothing about. */
export const anyShape: Shape = {
  accepts: new Set(),
  isDateTime: false,
  entriesNeedId: false,
  item: () => anyShape,
  member: () => anyShape,
};

const known = new WeakMap<JsonObject, Shape>();

/**
 * The shape of a document by its draft-04 schema with local references (`#/definitions/…`). Derived bit by bit as the
 * data asks for it and once per schema object: give the same object again and do not change it.
 */
export function shapeOf(schema: JsonObject): Shape {
  const found = known.get(schema);
  if (found) return found;
  const shape = derive(schema, { root: schema, shapes: new Map() });
  known.set(schema, shape);
  return shape;
}

interface Derivation {
  readonly root: JsonObject;
  /** By schema object: a schema that refers to itself comes to an end. */
  readonly shapes: Map<JsonObject, Shape>;
}

function derive(field: Json | undefined, derivation: Derivation): Shape {
  const schema = resolve(field, derivation.root);
  if (schema === undefined) return anyShape;
  const found = derivation.shapes.get(schema);
  if (found) return found;
  const shape = describe(schema, derivation);
  derivation.shapes.set(schema, shape);
  return shape;
}

function describe(schema: JsonObject, derivation: Derivation): Shape {
  const { root } = derivation;
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  return {
    accepts: typesOf(schema),
    isDateTime: schema.format === 'date-time',
    entriesNeedId: schema.wholeListMerge !== true && requiresId(resolve(schema.items, root)),
    item: () => derive(schema.items, derivation),
    member: (name) => (Object.hasOwn(properties, name) ? derive(properties[name], derivation) : anyShape),
  };
}

function typesOf({ type }: JsonObject): ReadonlySet<string> {
  const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
  return new Set(types.includes('number') ? [...types, 'integer'] : types);
}

function requiresId(schema: JsonObject | undefined): boolean {
  return Array.isArray(schema?.required) && schema.required.includes('id');
}

function resolve(field: Json | undefined, root: JsonObject): JsonObject | undefined {
  let found = field;
  for (let hops = 0; isJsonObject(found) && typeof found.$ref === 'string' && hops < 50; hops++) {
    found = lookUp(found.$ref, root);
  }
  return isJsonObject(found) ? found : undefined;
}

function lookUp(reference: string, root: JsonObject): Json | undefined {
  let place: Json | undefined = reference.startsWith('#/') ? root : undefined;
  for (const name of reference.slice(2).split('/')) place = isJsonObject(place) ? place[name] : undefined;
  return place;
}
