import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateProcesses } from '#demo';
import { type JsonObject, readReleases, withoutEmpties } from '#ocds';
import { readTables, TABLE_FORMATS, type TableFormat, writeTables } from '#tables';
import { describeWhenPresent } from './describe-when-present.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'c7-tables-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

async function thereAndBack(releases: readonly JsonObject[], format: TableFormat) {
  async function* found() {
    for (const release of releases) yield { release };
  }
  await writeTables(found(), { format, folder });
  const back: JsonObject[] = [];
  for await (const one of readTables(folder, { room: 0, openShelf: noShelf })) back.push(one);
  return back;
}

/** Rows come in the order in which they were written, so none has to wait. */
function noShelf(): never {
  throw new Error('No shelf is needed.');
}

async function releasesIn(file: string): Promise<readonly JsonObject[]> {
  const releases: JsonObject[] = [];
  for await (const { release } of readReleases(createReadStream(file))) releases.push(release);
  return releases;
}

describe.each(TABLE_FORMATS)('demonstration releases as %s', (format) => {
  it('come back as they were', async () => {
    const releases = [...generateProcesses({ processes: 40, seed: 7 })];
    expect(await thereAndBack(releases, format)).toEqual(releases.map(withoutEmpties));
  });
});

const publications = path.resolve(process.cwd(), '../shared/data/ocds');

describeWhenPresent(publications)('what publishers publish, as CSV', () => {
  it.each(filesOf(publications))('%s comes back as it was', async (name) => {
    const releases = await releasesIn(path.join(publications, name)).catch(() => []);
    expect(await thereAndBack(releases, 'csv')).toEqual(releases.map(withoutEmpties));
  });
});

/** Paths within the folder; the body of a skipped `describe` runs too, so something is said for an absent one. */
function filesOf(root: string): readonly string[] {
  if (!existsSync(root)) return ['nothing'];
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.jsonl?$/.test(name));
}
