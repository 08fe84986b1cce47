import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import { isJsonObject, type Json, type JsonObject } from '#ocds';
import { describeWhenPresent } from './describe-when-present.js';
import { readCodelist, type CodelistRow } from './read-codelist.js';
import { englishIn, everyObject, placesWithoutProse, proseOf, withoutProse } from './schema-prose.js';

/*
 * The schemas and codelists in schemas/ are written anew in es-MX; everything but their prose must say what
 * OCDS 1.1.5 says: https://standard.open-contracting.org/1.1/en/schema/
 */
const OWN = path.resolve(process.cwd(), 'schemas/ocds/1.1');
const JALISCO = path.resolve(process.cwd(), 'schemas/extensions/jalisco');
const REFERENCE = path.resolve(process.cwd(), '../shared/ocds/1.1.5');
const JALISCO_DATA = path.resolve(process.cwd(), '../shared/data/ocds/mx-jalisco-sepaf-2017/release_packages');

const SCHEMAS = [
  'release-schema.json',
  'release-package-schema.json',
  'record-package-schema.json',
  'versioned-release-validation-schema.json',
];
const CODELISTS = readdirSync(path.join(OWN, 'codelists')).sort();

describe('our OCDS 1.1 schemas', () => {
  it.each(SCHEMAS)('%s gives every property and definition a title and a description', (name) => {
    expect(placesWithoutProse(readJson(OWN, name))).toEqual([]);
  });

  it.each(SCHEMAS)('%s is in Spanish', (name) => {
    expect(englishIn(proseOf(readJson(OWN, name)))).toEqual([]);
  });

  it.each(SCHEMAS)('%s names only codelists that exist, and its closed enums are those codelists', (name) => {
    const uses = everyObject(readJson(OWN, name)).filter((schema) => 'codelist' in schema);
    expect(CODELISTS).toEqual(expect.arrayContaining(uses.map((use) => use['codelist'])));
    for (const use of uses.filter((schema) => schema['openCodelist'] === false)) {
      expect([use['codelist'], enumOf(use).sort()]).toEqual([use['codelist'], codesOf(use['codelist']).sort()]);
    }
  });

  it('compile together, every reference resolved', () => {
    const ajv = validator(SCHEMAS.map((name) => readJson(OWN, name)));
    for (const name of SCHEMAS) expect(ajv.getSchema(String(readJson(OWN, name)['id']))).toBeInstanceOf(Function);
  });
});

describe('our OCDS 1.1 codelists', () => {
  it('are all used by the release schema', () => {
    const used = everyObject(readJson(OWN, 'release-schema.json')).flatMap((schema) => schema['codelist'] ?? []);
    expect([...new Set(used)].sort()).toEqual(CODELISTS);
  });

  it.each(CODELISTS)('%s repeats no code', (name) => {
    const codes = codesOf(name);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it.each(CODELISTS)('%s titles and describes every code, in Spanish', (name) => {
    const rows = readCodelist(path.join(OWN, 'codelists', name));
    expect(rows.filter((row) => !row['Title'] || row['Description'] === '')).toEqual([]);
    expect(englishIn(rows.flatMap((row) => [row['Title'] ?? '', row['Description'] ?? '']))).toEqual([]);
  });
});

describe('the Jalisco extension', () => {
  const base = readJson(OWN, 'release-schema.json');
  const patched = mergePatch(base, readJson(JALISCO, 'release-schema.json'));
  const example = readmeExample();

  it('only adds to the release schema', () => {
    expect(patched).toMatchObject(base);
    expect(everyObject(patched).length).toBeGreaterThan(everyObject(base).length);
  });

  it('titles and describes what it adds, in Spanish', () => {
    expect(placesWithoutProse(patched)).toEqual([]);
    expect(englishIn(proseOf(patched))).toEqual([]);
  });

  it('declares exactly the schemas and codelists it has, and uses the codelists', () => {
    const codelists = readdirSync(path.join(JALISCO, 'codelists'));
    const declared = readJson(JALISCO, 'extension.json');
    expect(declared['schemas']).toEqual(readdirSync(JALISCO).filter((name) => name.endsWith('-schema.json')));
    expect(declared['codelists']).toEqual(codelists);
    expect(everyObject(patched).map((schema) => schema['codelist'])).toEqual(expect.arrayContaining(codelists));
  });

  it('accepts the example of its README', () => {
    expect(example).toMatchObject({ additionalProcessInformation: { processYear: 2017 } });
    expect(faults(patched, example)).toEqual([]);
  });

  it('refuses a local field of the wrong type', () => {
    const wrong = { ...example, additionalProcessInformation: { processYear: '2017' } };
    expect(faults(patched, wrong)).toEqual(['/additionalProcessInformation/processYear must be integer,null']);
  });
});

describeWhenPresent(JALISCO_DATA)('the Jalisco extension and what the state published in 2017', () => {
  it('accepts every release', () => {
    const patched = mergePatch(readJson(OWN, 'release-schema.json'), readJson(JALISCO, 'release-schema.json'));
    const packages = readdirSync(JALISCO_DATA).map((name) => readJson(JALISCO_DATA, name));
    const releases = packages.flatMap((each) => (Array.isArray(each['releases']) ? each['releases'] : []));
    expect(releases.length).toBeGreaterThan(0);
    expect(releases.flatMap((release) => faults(patched, release))).toEqual([]);
  });
});

describeWhenPresent(REFERENCE)('our schemas and codelists beside those of OCDS 1.1.5', () => {
  it.each(SCHEMAS)('%s differs in nothing but prose', (name) => {
    expect(withoutProse(readJson(OWN, name))).toEqual(withoutProse(readJson(REFERENCE, name)));
  });

  it.each(SCHEMAS)('%s keeps no sentence of the original', (name) => {
    const originals = new Set(proseOf(readJson(REFERENCE, name)).filter((text) => text.includes(' ')));
    expect(proseOf(readJson(OWN, name)).filter((text) => originals.has(text))).toEqual([]);
  });

  it('are the same codelists by name', () => {
    expect(CODELISTS).toEqual(readdirSync(path.join(REFERENCE, 'codelists')).sort());
  });

  it.each(CODELISTS)('%s has the columns, the codes, their order and their facts', (name) => {
    const [own, original] = [OWN, REFERENCE].map((folder) => readCodelist(path.join(folder, 'codelists', name)));
    expect(Object.keys(own?.[0] ?? {}).sort()).toEqual(Object.keys(original?.[0] ?? {}).sort());
    expect(own?.map(factsOf)).toEqual(original?.map(factsOf));
  });
});

function readJson(folder: string, name: string): JsonObject {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as JsonObject;
}

function readmeExample(): JsonObject {
  const readme = readFileSync(path.join(JALISCO, 'README.md'), 'utf8');
  return JSON.parse(/```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '{}') as JsonObject;
}

function codesOf(codelist: Json | undefined): string[] {
  return readCodelist(path.join(OWN, 'codelists', String(codelist))).map((row) => row['Code'] ?? '');
}

/** The closed list a schema admits, on itself or on its items, without `null`. */
function enumOf(schema: JsonObject): string[] {
  const items = isJsonObject(schema['items']) ? schema['items'] : {};
  const listed = schema['enum'] ?? items['enum'] ?? [];
  return Array.isArray(listed) ? listed.filter((code) => typeof code === 'string') : [];
}

function factsOf(row: CodelistRow): CodelistRow {
  const { Title: _title, Description: _description, 'Deprecation Notes': _notes, ...facts } = row;
  return facts;
}

/** JSON Merge Patch for a patch that removes nothing, RFC 7396 §2. */
function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged = Object.entries(patch).map(([member, value]) => {
    const before = target[member];
    return [member, isJsonObject(value) ? mergePatch(isJsonObject(before) ? before : {}, value) : value] as const;
  });
  return { ...target, ...Object.fromEntries(merged) };
}

function validator(schemas: readonly JsonObject[]): InstanceType<typeof ajvDraft04.default> {
  const ajv = new ajvDraft04.default({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  for (const schema of schemas) ajv.addSchema(schema);
  return ajv;
}

function faults(schema: JsonObject, data: Json): readonly string[] {
  const ajv = validator([schema]);
  ajv.validate(String(schema['id']), data);
  return (ajv.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
