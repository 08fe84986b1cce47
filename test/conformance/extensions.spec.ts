import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Bilingual, isJsonObject, type Json, type JsonObject } from '#ocds';
import { readCodelist } from './read-codelist.js';
import { englishIn, everyObject, proseOf } from './schema-prose.js';

const FOLDER = path.resolve(process.cwd(), 'schemas/extensions');
const CORE_LISTS = readdirSync(path.resolve(process.cwd(), 'schemas/ocds/1.1/codelists'));

interface Entry {
  readonly name: Bilingual;
  readonly repositories: readonly string[];
  readonly codelists: Readonly<Record<string, readonly string[]>>;
}

interface Metadata {
  readonly name: Entry['name'];
  readonly documentationUrl?: { readonly en: string };
  readonly contactPoint?: { readonly name: string; readonly email: string };
  readonly codelists?: readonly string[];
  readonly schemas?: readonly string[];
}

const read = (...place: readonly string[]): unknown => JSON.parse(readFileSync(path.join(FOLDER, ...place), 'utf8'));
const registry = read('registry.json') as Readonly<Record<string, Entry>>;
const folders = readdirSync(FOLDER, { withFileTypes: true }).flatMap((item) => (item.isDirectory() ? [item.name] : []));

it('the registry names every extension folder and no other', () => {
  expect(Object.keys(registry).sort()).toEqual(folders.sort());
});

it('no repository stands for two extensions', () => {
  const repositories = Object.values(registry).flatMap((entry) => entry.repositories.map((name) => name.toLowerCase()));
  expect(new Set(repositories).size).toBe(repositories.length);
});

describe.each(folders)('the extension %s', (id) => {
  const metadata = read(id, 'extension.json') as Metadata;
  const entry = registry[id]!;
  const schemas = (metadata.schemas ?? []).map((file) => read(id, file) as JsonObject);

  it('has the files that its extension.json lists', () => {
    const lists = existsSync(path.join(FOLDER, id, 'codelists')) ? readdirSync(path.join(FOLDER, id, 'codelists')) : [];
    expect(lists.sort()).toEqual([...(metadata.codelists ?? [])].sort());
    const files = readdirSync(path.join(FOLDER, id)).filter((file) => file.endsWith('-schema.json'));
    expect(files.sort()).toEqual([...(metadata.schemas ?? [])].sort());
  });

  it('has in the registry the name and the codes of its files', () => {
    expect(entry.name).toEqual(metadata.name);
    const codes = (metadata.codelists ?? []).map((file) => [file, codesIn(path.join(FOLDER, id, 'codelists', file))]);
    expect(entry.codelists).toEqual(Object.fromEntries(codes));
  });

  // https://github.com/open-contracting/standard-maintenance-scripts/blob/main/schema/extension-schema.json
  it('says what it is, where its documentation is and, if its authors do, whom to ask', () => {
    const inBoth = { es: expect.any(String), en: expect.any(String) } as unknown;
    expect(metadata).toMatchObject({ name: inBoth, description: inBoth, compatibility: ['1.1'] });
    const [repository] = entry.repositories;
    expect(metadata.documentationUrl?.en).toBe(repository && `https://github.com/${repository}`);
    const isCentral = repository?.startsWith('open-contracting-extensions/') === true;
    expect(metadata.contactPoint?.email).toBe(isCentral ? 'data@open-contracting.org' : undefined);
  });

  it('gives every field a title and a description, in Spanish', () => {
    expect(schemas.flatMap(fieldsIn).filter((field) => !isDescribed(field))).toEqual([]);
    expect(englishIn(schemas.flatMap(proseOf))).toEqual([]);
  });

  it('names code lists that exist, with the codes of those that are closed', () => {
    for (const field of schemas.flatMap(everyObject)) {
      if (typeof field.codelist !== 'string') continue;
      const own = entry.codelists[field.codelist];
      expect([field.codelist, own !== undefined || CORE_LISTS.includes(field.codelist)]).toEqual([
        field.codelist,
        true,
      ]);
      if (own !== undefined && field.openCodelist === false) expect(enumOf(field)).toEqual(own);
    }
  });
});

function codesIn(file: string): readonly string[] {
  return readCodelist(file).map((row) => row['Code'] ?? '');
}

/** The fields a patch brings; members that only lead to them, as `Organization.details`, are none. */
function fieldsIn(schema: JsonObject): readonly JsonObject[] {
  return everyObject(schema)
    .flatMap(({ properties }) => (isJsonObject(properties) ? Object.values(properties) : []))
    .filter(isJsonObject)
    .filter((field) => Object.keys(field).join() !== 'properties');
}

function isDescribed({ title, description }: JsonObject): boolean {
  return [title, description].every((text) => typeof text === 'string' && text.length > 1);
}

function enumOf(field: JsonObject): readonly Json[] {
  const of = isJsonObject(field.items) ? field.items : field;
  return (Array.isArray(of.enum) ? of.enum : []).filter((code) => code !== null);
}
