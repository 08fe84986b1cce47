import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { createReleaseValidator } from './create-release-validator.js';
import { validatePackageMetadata } from './validate-package-metadata.js';

const REFERENCE = resolve(process.cwd(), '../shared/data/ocds');
const present = existsSync(REFERENCE);
if (!present) console.log(`skipped: no reference folder at ${REFERENCE}`);

const validate = createReleaseValidator();

function readFolder(folder: string): readonly JsonObject[] {
  const files = readdirSync(resolve(REFERENCE, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(resolve(REFERENCE, folder, file), 'utf8')) as JsonObject);
}

/** The whole releases in a file, whatever shape the publisher gave it. */
function releasesOf(file: JsonObject): readonly Json[] {
  if (Array.isArray(file.records)) return file.records.flatMap((record: JsonObject) => releasesOf(record));
  const releases = (Array.isArray(file.releases) ? file.releases : []).filter(isJsonObject);
  if (file.compiledRelease !== undefined)
    return [file.compiledRelease, ...releases.filter(({ id }) => id !== undefined)];
  return Array.isArray(file.releases) ? releases : [file];
}

const validIn = (folder: string) => {
  const verdicts = readFolder(folder)
    .flatMap(releasesOf)
    .map((release) => validate(release).valid);
  return `${verdicts.filter(Boolean).length} of ${verdicts.length}`;
};

/** The review tool lib-cove-ocds 0.17 comes to the same counts. */
(present ? describe : describe.skip)('real publications', () => {
  it.each([
    ['mx-jalisco-sepaf-2017', '15 of 15'],
    ['mx-inai-2017_bare_releases', '0 of 15'],
    ['mx-apf-shcp-sfp_bare', '5 of 5'],
    ['mx-cdmx-sefin_bare_releases', '10 of 10'],
    ['mx-gacm-naicm_bare_releases', '2 of 32'],
    ['mx-gacm-naicm_recordlike', '4 of 4'],
    ['mx-poder-towerbuilder', '0 of 149'],
    ['co-colombiacompra-2021', '96 of 100'],
    ['gb-contractsfinder-2020_bluetail', '40 of 40'],
  ])('%s: %s are valid', (folder, counts) => expect(validIn(folder)).toBe(counts));

  it('Colombia: two of its four invalid releases are so for an address that is none; without formats 98 are valid', () => {
    const releases = readFolder('co-colombiacompra-2021').flatMap(releasesOf);
    const errors = releases.flatMap((release) =>
      validate(release).findings.filter(({ severity }) => severity === 'error'),
    );
    const errorsOf = (rule: string) => errors.filter((error) => error.rule === rule).map(({ pointer }) => pointer);
    expect(errorsOf('format')).toEqual(['/parties/0/contactPoint/url', '/parties/0/contactPoint/url']);
    expect(errorsOf('type')).toHaveLength(4);
  });

  it('Jalisco: its own fields and codes are warnings and notes', () => {
    const groups = readFolder('mx-jalisco-sepaf-2017')
      .flatMap(releasesOf)
      .flatMap((release) => validate(release).groups);
    const rules = new Set(groups.map(({ severity, rule }) => `${severity} ${rule}`));
    expect([...rules].sort()).toEqual([
      'note code-not-in-open-list',
      'warning additional-field',
      'warning empty-field',
    ]);
    const prefixed = readFolder('mx-jalisco-sepaf-2017').flatMap(releasesOf);
    expect(prefixed.every((release) => validate(release, { ocidPrefix: 'ocds-xs1qbl' }).valid)).toBe(true);
  });

  it('Jalisco: the metadata of its packages has no error', () => {
    const findings = readFolder('mx-jalisco-sepaf-2017').flatMap(validatePackageMetadata);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
