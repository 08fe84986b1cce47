import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { readReleases } from '../../libs/ocds/src/read/read-releases.js';
import { repairRelease } from '../../libs/ocds/src/repair/repair-release.js';
import { createReleaseValidator } from '../../libs/ocds/src/validate/create-release-validator.js';
import type { Verdict } from '../../libs/ocds/src/validate/finding.js';
import { describeWhenPresent } from './describe-when-present.js';

const publications = path.resolve(process.cwd(), '../shared/data/ocds');
const validate = createReleaseValidator();

/** Releases that are valid, and errors, before and after; and how often each repair was made. */
async function repairAll(folder: string) {
  const [before, after] = [noTally(), noTally()];
  const repairs: Record<string, number> = {};
  for (const file of readdirSync(path.join(publications, folder)).filter((name) => name.endsWith('.json'))) {
    for await (const { release } of readReleases(createReadStream(path.join(publications, folder, file)))) {
      const repaired = repairRelease(release);
      count(before, validate(release));
      count(after, validate(repaired.release));
      for (const { repair } of repaired.applied) repairs[repair] = (repairs[repair] ?? 0) + 1;
    }
  }
  return { before, after, repairs };
}

function noTally() {
  return { releases: 0, valid: 0, errors: 0 };
}

function count(tally: ReturnType<typeof noTally>, { valid, groups }: Verdict): void {
  tally.releases++;
  tally.valid += Number(valid);
  for (const group of groups) if (group.severity === 'error') tally.errors += group.count;
}

/** The table of docs/repair.md. */
describeWhenPresent(publications)('repairing what publishers publish', () => {
  it('INAI: most errors go; what the publisher alone knows stays', async () => {
    expect(await repairAll('mx-inai-2017_bare_releases')).toEqual({
      before: { releases: 15, valid: 0, errors: 226 },
      after: { releases: 15, valid: 1, errors: 64 },
      repairs: { 'missing-ids': 55, 'number-to-text': 85, 'scalar-to-list': 31, 'trim-text': 27, 'date-time': 1 },
    });
  });

  it('GACM: payments without id get one; a tender without id and the currency MNX stay', async () => {
    expect(await repairAll('mx-gacm-naicm_bare_releases')).toEqual({
      before: { releases: 32, valid: 2, errors: 45 },
      after: { releases: 32, valid: 28, errors: 7 },
      repairs: { 'missing-ids': 32, 'drop-empty': 8 },
    });
  });

  it('PODER: tags become lists, but no release has a date, and none is made up', async () => {
    expect(await repairAll('mx-poder-towerbuilder')).toEqual({
      before: { releases: 149, valid: 0, errors: 355 },
      after: { releases: 149, valid: 0, errors: 206 },
      repairs: { 'scalar-to-list': 149, 'drop-empty': 4 },
    });
  });

  it.each([
    ['mx-jalisco-sepaf-2017/release_packages', 10],
    ['mx-cdmx-sefin_bare_releases', 10],
    ['mx-apf-shcp-sfp_bare', 5],
  ])('%s: what is valid stays valid', async (folder, releases) => {
    const { before, after } = await repairAll(folder);
    expect([before, after]).toEqual([
      { releases, valid: releases, errors: 0 },
      { releases, valid: releases, errors: 0 },
    ]);
  });
});
