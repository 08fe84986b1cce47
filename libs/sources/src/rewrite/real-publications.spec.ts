import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileReleases, readReleases, validatorFor, type ExtensionId, type JsonObject } from '#ocds';
import { parseProfile } from '../profile/parse-profile.js';
import type { OcdsProfile } from '../profile/profile.js';
import { rewriteRelease } from './rewrite-release.js';

const REFERENCE = resolve(process.cwd(), '../shared/data/ocds');
const present = existsSync(REFERENCE);
if (!present) console.log(`skipped: no reference folder at ${REFERENCE}`);

function profile(name: string): OcdsProfile {
  return parseProfile(readFileSync(join(process.cwd(), `schemas/profiles/${name}.yaml`), 'utf8'), name) as OcdsProfile;
}

async function releasesIn(folder: string): Promise<readonly JsonObject[]> {
  const files = readdirSync(join(REFERENCE, folder), { recursive: true, encoding: 'utf8' });
  const releases: JsonObject[] = [];
  for (const file of files.filter((name) => name.endsWith('.json')).sort()) {
    for await (const found of readReleases(createReadStream(join(REFERENCE, folder, file))))
      releases.push(found.release);
  }
  return releases;
}

interface Count {
  readonly releases: number;
  readonly valid: number;
  readonly errors: number;
  readonly warnings: number;
}

function count(releases: readonly JsonObject[], { extensions }: OcdsProfile): Count {
  const validate = validatorFor([], { assumed: ['jalisco', ...(extensions as readonly ExtensionId[])] });
  const verdicts = releases.map((release) => validate(release));
  const groups = verdicts.flatMap((verdict) => verdict.groups);
  const found = (wanted: string) =>
    groups.filter(({ severity }) => severity === wanted).reduce((sum, group) => sum + group.count, 0);
  const valid = verdicts.filter((verdict) => verdict.valid).length;
  return { releases: releases.length, valid, errors: found('error'), warnings: found('warning') };
}

/** The counts of docs/sources.md. */
(present ? describe : describe.skip)('publications as their sources have them', () => {
  it.each<[string, string, Omit<Count, 'releases'>, Count]>([
    [
      'mx-jalisco-sepaf-2017',
      'jalisco-ocapi-2017',
      { valid: 15, errors: 0, warnings: 347 },
      { releases: 15, valid: 15, errors: 0, warnings: 0 },
    ],
    [
      'mx-inai-2017_bare_releases',
      'inai-edca',
      { valid: 0, errors: 226, warnings: 389 },
      { releases: 15, valid: 11, errors: 4, warnings: 242 },
    ],
    [
      'mx-apf-shcp-sfp_bare',
      'inai-edca',
      { valid: 5, errors: 0, warnings: 60 },
      { releases: 5, valid: 5, errors: 0, warnings: 55 },
    ],
    [
      'mx-gacm-naicm_bare_releases',
      'inai-edca',
      { valid: 2, errors: 45, warnings: 382 },
      { releases: 32, valid: 32, errors: 0, warnings: 28 },
    ],
    [
      'mx-gacm-naicm_recordlike',
      'inai-edca',
      { valid: 2, errors: 0, warnings: 10 },
      { releases: 2, valid: 2, errors: 0, warnings: 2 },
    ],
  ])('%s, by %s', async (folder, name, before, after) => {
    const rules = profile(name);
    const releases = await releasesIn(folder);
    const rewritten = releases.map((release) => rewriteRelease(rules, release, { ocidPrefix: 'ocds-abc123' }).release);
    expect(count(releases, rules)).toMatchObject(before);
    expect(count(rewritten, rules)).toEqual(after);
    expect(new Set(rewritten.map(({ id }) => id)).size).toBe(releases.length);
  });

  it.each([
    ['mx-jalisco-sepaf-2017', 'jalisco-ocapi-2017'],
    ['mx-inai-2017_bare_releases', 'inai-edca'],
    ['mx-gacm-naicm_bare_releases', 'inai-edca'],
  ])('%s has nothing left for %s to do a second time', async (folder, name) => {
    const rules = profile(name);
    const context = { ocidPrefix: 'ocds-abc123' };
    const left = (await releasesIn(folder))
      .map((release) => rewriteRelease(rules, release, context).release)
      .flatMap((release) => rewriteRelease(rules, release, context).changes);
    expect(left).toEqual([]);
  });

  it('INAI calls all of them tenders: they are tagged with what they tell, and keep the name of the budget', async () => {
    const rules = profile('inai-edca');
    const releases = (await releasesIn('mx-inai-2017_bare_releases')).map((one) => rewriteRelease(rules, one).release);
    const tags = releases.map(({ tag }) => (tag as readonly string[]).join(' '));
    expect(tags.filter((one) => one === 'tender award contract implementation')).toHaveLength(13);
    expect(tags.filter((one) => one === 'tender award contract')).toHaveLength(2);
    const budgets = releases.map(({ planning }) => (planning as { budget: JsonObject }).budget.description);
    expect(budgets.filter((one) => one === 'Presupuesto de Egresos de la Federación')).toHaveLength(12);
  });

  it.each(['ocds-xs1qbl-SFIN-03-0001-00-2017', 'ocds-xs1qbl-SFIN-03-0007-00-2017'])(
    'the releases of %s still merge into what the state published, rewritten too',
    async (ocid) => {
      const rules = profile('jalisco-ocapi-2017');
      const rewritten: JsonObject[] = [];
      for (const release of (await releasesIn('mx-jalisco-sepaf-2017/release_packages')).filter(of(ocid))) {
        const previous = rewritten.length === 0 ? undefined : compileReleases(rewritten);
        rewritten.push(rewriteRelease(rules, release, { previous }).release);
      }
      const published = (await releasesIn('mx-jalisco-sepaf-2017/record_packages')).find(of(ocid));
      const expected = rewriteRelease(rules, published!).release;
      expect(whatItSays(compileReleases(rewritten))).toEqual(whatItSays(expected));
    },
  );
});

function of(ocid: string): (release: JsonObject) => boolean {
  return (release) => release.ocid === ocid;
}

/** Without what identifies a merge, without nulls. */
function whatItSays({ id: _id, date: _date, tag: _tag, ...release }: JsonObject): unknown {
  return JSON.parse(JSON.stringify(release, (_, value: unknown) => value ?? undefined));
}
