import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readReleases, type Json, type JsonObject } from '#ocds';
import { parseProfile } from '../profile/parse-profile.js';
import type { OcdsProfile } from '../profile/profile.js';
import { rewriteRelease } from './rewrite-release.js';

const HERE = join(process.cwd(), 'libs/sources/src/rewrite');
const CONTEXT = { ocidPrefix: 'ocds-abc123' };

function profile(name: string): OcdsProfile {
  return parseProfile(readFileSync(join(process.cwd(), `schemas/profiles/${name}.yaml`), 'utf8'), name) as OcdsProfile;
}

function read(file: string): JsonObject {
  return JSON.parse(readFileSync(join(HERE, file), 'utf8')) as JsonObject;
}

describe('rewriteRelease', () => {
  it.each(['jalisco-ocapi-2017', 'inai-edca'])('brings a release of %s in order and tells each change', (name) => {
    const { release, changes } = rewriteRelease(profile(name), read(`${name}.input.json`), CONTEXT);
    const told = changes.map(({ rule, pointer }) => `${rule} ${pointer}`);
    expect({ release, changes: told }).toEqual(read(`${name}.expected.json`));
  });

  it.each(['jalisco-ocapi-2017', 'inai-edca'])('leaves a release of %s as it is under the profile of OCDS', (name) => {
    const release = read(`${name}.input.json`);
    const rewritten = rewriteRelease(profile('ocds'), release, CONTEXT);
    expect(rewritten.release).toBe(release);
    expect(rewritten.changes).toEqual([]);
  });

  it.each(['jalisco-ocapi-2017', 'inai-edca'])('has nothing left to do to a release of %s a second time', (name) => {
    const rules = profile(name);
    const once = rewriteRelease(rules, read(`${name}.input.json`), CONTEXT);
    const twice = rewriteRelease(rules, once.release, CONTEXT);
    expect(twice.changes).toEqual([]);
    expect(twice.release).toEqual(once.release);
  });

  it('says in two languages why', () => {
    const { changes } = rewriteRelease(profile('jalisco-ocapi-2017'), read('jalisco-ocapi-2017.input.json'));
    expect(changes.find(({ rule }) => rule === 'text-to-code')).toEqual({
      pointer: '/planning/documents/0/documentType',
      rule: 'text-to-code',
      before: 'Documento de no existencias en almacén',
      after: 'stockUnavailability',
      message: {
        es: '«Documento de no existencias en almacén» se publica con el código stockUnavailability.',
        en: '“Documento de no existencias en almacén” is published as the code stockUnavailability.',
      },
    });
  });

  it('keeps the ocid of a publisher whose prefix nobody told', () => {
    const { release } = rewriteRelease(profile('inai-edca'), read('inai-edca.input.json'));
    expect(release.ocid).toBe('PC-9001');
  });

  it('gives an organisation the roles in which earlier releases refer to it, too', () => {
    const previous = { tender: { tenderers: [{ id: 'P1' }] } };
    const release = { parties: [{ id: 'P1', roles: ['supplier'] }] };
    const { parties } = rewriteRelease(profile('jalisco-ocapi-2017'), release, { previous }).release;
    expect(parties).toEqual([{ id: 'P1', roles: ['supplier', 'tenderer'] }]);
  });

  it('takes the packages of the INAI tool apart and gives each release an id of its own', async () => {
    const [first, second] = ['2017-09-13T09:30:00Z', '2017-10-13T09:30:00Z'].map((date) => ({
      ...read('inai-edca.input.json'),
      date,
    }));
    const wrapped = { arrayReleasePackage: [{ releases: [first] }, { releases: [second] }] };
    const ids: unknown[] = [];
    for await (const { release } of readReleases(chunksOf(JSON.stringify(wrapped)))) {
      ids.push(rewriteRelease(profile('inai-edca'), release, CONTEXT).release.id);
    }
    expect(ids).toEqual([
      expect.stringMatching(/^ocds-abc123-PC-9001-20170913T093000-[0-9a-f]{12}$/),
      expect.stringMatching(/^ocds-abc123-PC-9001-20171013T093000-[0-9a-f]{12}$/),
    ]);
  });

  it('changes nothing it was given and has nothing left to do a second time, whatever the JSON', () => {
    const rules = [profile('jalisco-ocapi-2017'), profile('inai-edca')];
    fc.assert(
      fc.property(anyRelease(), (release) => {
        const before = JSON.stringify(release);
        for (const one of rules) {
          const { release: once } = rewriteRelease(one, release, CONTEXT);
          expect(rewriteRelease(one, once, CONTEXT).changes).toEqual([]);
        }
        expect(JSON.stringify(release)).toBe(before);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('stops at a depth that no release has', () => {
    let deep: Json = { documentType: 'Bases' };
    for (let level = 0; level < 1000; level++) deep = { documents: deep };
    expect(() => rewriteRelease(profile('jalisco-ocapi-2017'), deep as JsonObject)).not.toThrow();
  });
});

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const NAMES = [
  'id ocid date tag tender parties roles buyer tenderers documents documentType title url contactPoint email',
  'additionalProcessInformation stageDescription currentStage contracts implementation transactions value currency',
  '_id metodoDeAdquisicion procurementMethodDetails __proto__',
].flatMap((line) => line.split(' '));

/** Releases with the members that the profiles look at, and anything in them. */
function anyRelease(): fc.Arbitrary<JsonObject> {
  const name = fc.constantFrom(...NAMES);
  const leaf = fc.constantFrom(null, '', ' x ', 'Bases', 'Contrato', 'Comprador', 'MNX', 'www.a.mx', 'PC-1', 7, true);
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(name, tie('json'), { maxKeys: 5 }) as fc.Arbitrary<Json>,
    ),
  }));
  return fc.dictionary(name, json, { maxKeys: 6 }) as fc.Arbitrary<JsonObject>;
}
