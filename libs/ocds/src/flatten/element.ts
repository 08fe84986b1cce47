import type { Json, JsonObject } from '../json.js';

/** A release, or an object of an array within it, while it is laid out. */
export interface Element {
  readonly object: JsonObject;
  /** What encloses it; `undefined` for a release. */
  readonly parent: Element | undefined;
  /** The name of its array as seen from `parent` ("implementation/transactions"); "" for a release. */
  readonly name: string;
  /** Its place among the rows of its array, or of the release among all releases; from 0. */
  readonly position: number;
  readonly siblings: Siblings;
  address?: Address;
}

/** The objects of one array. */
export interface Siblings {
  readonly list: readonly Json[];
  repeated?: ReadonlySet<string>;
}

/** How the rows of what an element encloses name it. */
export interface Address {
  /** ocid, release id, and the ids of the enclosing elements down to it. */
  readonly keys: readonly (Json | undefined)[];
  /** Where it stands, when `keys` do not tell: "17/awards/0" is in the 18th release the first award. */
  readonly path: string | undefined;
}

/** Reckoned when the first array within the element is met, and kept. */
export function addressOf(element: Element): Address {
  return (element.address ??= reckonAddress(element, addressOf(element.parent!)));
}

function reckonAddress(element: Element, { keys, path }: Address): Address {
  const { id } = element.object;
  const isTold = path === undefined && isKey(id) && !repeatedIn(element.siblings).has(String(id));
  return { keys: [...keys, isKey(id) ? id : undefined], path: isTold ? undefined : pathOf(element) };
}

/** True for what can identify: text or a number. */
export function isKey(id: Json | undefined): id is string | number {
  return (typeof id === 'string' && id !== '') || typeof id === 'number';
}

export function pathOf({ parent, name, position }: Element): string {
  return parent ? `${pathOf(parent)}/${name}/${position}` : String(position);
}

function repeatedIn(siblings: Siblings): ReadonlySet<string> {
  return (siblings.repeated ??= siblings.list.length === 1 ? NONE : findRepeated(siblings.list));
}

const NONE: ReadonlySet<string> = new Set();

function findRepeated(list: readonly Json[]): ReadonlySet<string> {
  const [met, repeated] = [new Set<string>(), new Set<string>()];
  for (const object of list as readonly (JsonObject | null)[]) {
    const id = String(object?.id);
    if (met.has(id)) repeated.add(id);
    met.add(id);
  }
  return repeated;
}
