import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import releaseSchema from '../../../../schemas/ocds/1.1/release-schema.json' with { type: 'json' };
import { isJsonObject, type Json } from '../json.js';
import { extendCodelists } from './ocds-codelists.js';

const FOLDER = resolve(process.cwd(), 'schemas/ocds/1.1/codelists');

/** The first column of a CSV whose first column holds no quotes. */
function codesOf(file: string): string[] {
  const [head, ...rows] = readFileSync(resolve(FOLDER, file), 'utf8').trimEnd().split(/\r?\n/);
  expect(head).toMatch(/^Code,/);
  return rows.map((row) => row.slice(0, row.indexOf(',')));
}

function closedListsIn(schema: Json): [string, string[]][] {
  if (Array.isArray(schema)) return schema.flatMap(closedListsIn);
  if (!isJsonObject(schema)) return [];
  const below = Object.values(schema).flatMap((value) => closedListsIn(value ?? null));
  if (schema.openCodelist !== false || typeof schema.codelist !== 'string') return below;
  const codes = (isJsonObject(schema.items) ? schema.items.enum : schema.enum) as Json[];
  return [...below, [schema.codelist, codes.filter((code) => typeof code === 'string')]];
}

it('holds the codes of the CSV files, list by list', () => {
  const files = readdirSync(FOLDER).sort();
  const fromFiles = Object.fromEntries(files.map((file) => [file, codesOf(file)]));
  const held = Object.fromEntries([...extendCodelists({})].map(([name, codes]) => [name, [...codes]]));
  expect(files).toHaveLength(19);
  expect(held).toEqual(fromFiles);
});

it('agrees with the enums of the schema on the closed lists', () => {
  const lists = extendCodelists({});
  const closed = closedListsIn(releaseSchema);
  expect(new Set(closed.map(([name]) => name)).size).toBe(9);
  for (const [name, codes] of closed) expect(codes.toSorted()).toEqual([...(lists.get(name) ?? [])].toSorted());
});

it('adds codes to a list, and begins the list of a name not known', () => {
  const lists = extendCodelists({ 'relatedProcessScheme.csv': ['expediente'], 'own.csv': ['a'] });
  expect([...(lists.get('relatedProcessScheme.csv') ?? [])]).toEqual(['ocid', 'expediente']);
  expect([...(lists.get('own.csv') ?? [])]).toEqual(['a']);
});
