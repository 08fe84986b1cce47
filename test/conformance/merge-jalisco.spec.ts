import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../../libs/ocds/src/json.js';
import { compileReleases, mergeReleases } from '../../libs/ocds/src/merge/merge-releases.js';

/*
 * Two contracting processes of the state of Jalisco as it published them in January 2018: each release in a package of
 * its own, and the record with the compiled release the state's own software made of them. The two must be equal but
 * for what the state's software does otherwise: it keeps empty lists and nulls, numbers and dates the compiled release
 * in its way, and keeps the tag of the last release.
 */
const folder = path.resolve(process.cwd(), '../shared/data/ocds/mx-jalisco-sepaf-2017');
const processes = [
  ['ocds-xs1qbl-SFIN-03-0001-00-2017', 4],
  ['ocds-xs1qbl-SFIN-03-0007-00-2017', 5],
] as const;

function read(file: string): JsonObject {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as JsonObject;
}

/** In the order of their ids, which end in the moment each was made: planning, tender, award, contract, … */
function releasesOf(ocid: string): JsonObject[] {
  const files = readdirSync(path.join(folder, 'release_packages')).filter((file) => file.startsWith(ocid));
  return files.toSorted().flatMap((file) => read(`release_packages/${file}`).releases as JsonObject[]);
}

function publishedCompiled(ocid: string): JsonObject {
  const [record] = read(`record_packages/${ocid}.json`).records as JsonObject[];
  return record!.compiledRelease as JsonObject;
}

/** Without nulls and empty lists, at any depth. */
function filled(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => filled(item));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null && !isEmptyList(member));
  return Object.fromEntries(members.map(([name, member]) => [name, filled(member as Json)]));
}

function isEmptyList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}

function comparable(release: JsonObject): JsonObject {
  const { id: _id, date: _date, tag: _tag, ...fields } = filled(release) as JsonObject;
  return fields;
}

if (existsSync(folder)) {
  describe.each(processes)('the process %s, published in %i releases', (ocid, count) => {
    const releases = releasesOf(ocid);

    it('compiles to what the state published', () => {
      expect(releases).toHaveLength(count);
      expect(comparable(compileReleases(releases))).toEqual(comparable(publishedCompiled(ocid)));
    });

    it('has its own compiled id, date and tag', () => {
      const { id, date, tag } = compileReleases(releases);
      expect({ id, date, tag }).toEqual({
        id: `${ocid}-${String(date)}`,
        date: releases.at(-1)!.date,
        tag: ['compiled'],
      });
    });

    it('has a version of the stage for each release', () => {
      const { versioned } = mergeReleases(releases);
      const stages = versioned.additionalProcessInformation as { stageDescription: { stageNumber: JsonObject[] } };
      const numbers = stages.stageDescription.stageNumber.map(({ releaseID, value }) => [releaseID, value]);
      expect(numbers).toEqual(releases.map(({ id }, index) => [id, index + 1]));
    });

    it('warns that its releases were dated to the second, several in one', () => {
      const repeated = releases.filter(({ date }, index) => index > 0 && releases[index - 1]!.date === date);
      const { warnings } = mergeReleases(releases);
      expect(warnings.map(({ code, releaseId }) => [code, releaseId])).toEqual(
        repeated.map(({ id }) => ['REPEATED_DATE', id]),
      );
      expect(repeated.length).toBeGreaterThan(0);
    });
  });

  it('a release given out of its stage leaves an older stage, for the dates cannot tell', () => {
    const [ocid] = processes[1];
    const compiled = compileReleases(releasesOf(ocid).toReversed());
    expect(compiled).toHaveProperty('additionalProcessInformation.stageDescription.stageNumber', 1);
  });
} else {
  process.stderr.write(`The processes of Jalisco are skipped: the reference folder ${folder} is not there.\n`);
  const skipped = it.skip;
  skipped('the processes Jalisco published in 2018 (the reference folder is not there)', () => {});
}
