import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import { FlattenError } from './flatten-error.js';
import type { HeadingLevels } from './heading-levels.js';
import { fromSegment } from './heading-segment.js';

/** A filled cell of a row. */
export interface Cell {
  readonly levels: HeadingLevels;
  readonly value: Json;
}

/** Releases being put together again, rows of outer arrays first. */
export interface Building {
  readonly releases: readonly JsonObject[];
  addRelease(cells: readonly Cell[]): void;
  /** Adds an object to the array that `arrays` and the ids among the cells lead to. */
  addElement(arrays: HeadingLevels['arrays'], cells: readonly Cell[]): void;
  /** Adds an object where `path` says. @throws FlattenError when it leads nowhere */
  addAt(path: string, cells: readonly Cell[]): void;
}

type Draft = { [member: string]: Json | Draft | Draft[] | undefined };

/** @param first the ordinal, in paths, of the first release that will be added */
export function createBuilding(first = 0): Building {
  const releases: Draft[] = [];
  const byKey = new Map<string, Draft>();
  const byId = new WeakMap<Draft[], Map<string, Draft>>();

  function newRelease(key: string): Draft {
    const release: Draft = {};
    releases.push(release);
    if (!byKey.has(key)) byKey.set(key, release);
    return release;
  }

  function newElement(list: Draft[], id: Json | undefined): Draft {
    const element: Draft = {};
    list.push(element);
    if (!byId.has(list)) byId.set(list, new Map());
    const ids = byId.get(list)!;
    const key = JSON.stringify(id);
    if (id !== undefined && !ids.has(key)) ids.set(key, element);
    return element;
  }

  function addElement(arrays: HeadingLevels['arrays'], cells: readonly Cell[]): void {
    const key = releaseKey(cells);
    const chain = [byKey.get(key) ?? newRelease(key)];
    for (const [level, names] of arrays.entries()) {
      const list = listAt(chain[level]!, names);
      const id = idAt(cells, level + 1);
      const known = level + 1 < arrays.length ? byId.get(list)?.get(JSON.stringify(id)) : undefined;
      chain.push(known ?? newElement(list, id));
    }
    for (const { levels, value } of cells) setMember(chain[levels.arrays.length]!, levels.names, value);
  }

  function addAt(path: string, cells: readonly Cell[]): void {
    const [ordinal, ...segments] = path.split('/').map(fromSegment);
    let owner = releases[(ordinal as number) - first];
    let names: string[] = [];
    for (const segment of segments) {
      if (!owner) throw withoutPlace(path);
      if (typeof segment === 'string') names.push(segment);
      else {
        const list: Draft[] = listAt(owner, names);
        owner = list[segment] ?? (list.length === segment ? newElement(list, undefined) : undefined);
        names = [];
      }
    }
    if (!owner) throw withoutPlace(path);
    const depth = segments.filter((segment) => typeof segment === 'number').length;
    for (const { levels, value } of cells) if (levels.arrays.length === depth) setMember(owner, levels.names, value);
  }

  return {
    releases: releases as readonly JsonObject[],
    addRelease: (cells) => {
      const release = newRelease(releaseKey(cells));
      for (const { levels, value } of cells) setMember(release, levels.names, value);
    },
    addElement,
    addAt,
  };
}

/** What a row says of the release it belongs to. */
export function releaseKey(cells: readonly Cell[]): string {
  return JSON.stringify([valueAt(cells, 0, 'ocid'), valueAt(cells, 0, 'id')]);
}

function idAt(cells: readonly Cell[], depth: number): Json | undefined {
  return valueAt(cells, depth, 'id');
}

function valueAt(cells: readonly Cell[], depth: number, name: string): Json | undefined {
  for (const { levels, value } of cells) {
    if (levels.arrays.length === depth && levels.names.length === 1 && levels.names[0] === name) return value;
  }
  return undefined;
}

function listAt(owner: Draft, names: readonly string[]): Draft[] {
  const holder = objectAt(owner, names);
  const name = names.at(-1)!;
  const list = ownMember(holder, name);
  if (Array.isArray(list)) return list as Draft[];
  const created: Draft[] = [];
  define(holder, name, created);
  return created;
}

function setMember(owner: Draft, names: readonly string[], value: Json): void {
  define(objectAt(owner, names), names.at(-1)!, value);
}

/** The object that holds the last of the names. */
function objectAt(owner: Draft, names: readonly string[]): Draft {
  let holder = owner;
  for (let level = 0; level < names.length - 1; level++) {
    const next = ownMember(holder, names[level]!);
    if (isJsonObject(next)) holder = next as Draft;
    else {
      const created: Draft = {};
      define(holder, names[level]!, created);
      holder = created;
    }
  }
  return holder;
}

function ownMember(holder: Draft, name: string): Draft[string] {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

/** Defined, not assigned: a member may be called "__proto__". */
function define(holder: Draft, name: string, value: Json | Draft | Draft[]): void {
  if (name !== '__proto__') holder[name] = value as Json;
  else Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true });
}

export function withoutPlace(path: string): FlattenError {
  return new FlattenError('ROW_WITHOUT_PLACE', `No hay a qué añadir la fila con #path «${path}».`, {
    es: 'Dejar las filas como salieron, o borrar también las que dependen de las borradas.',
    en: 'Leave the rows as they were written, or delete also those that depend on the deleted ones.',
  });
}
