import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expandText, findPublisher, ingestFile, verifyStore, type BatchReport } from '#publishing';
import { findSourceFiles } from '../../apps/cli/src/find-source-files.js';
import { describeWhenPresent } from '../conformance/describe-when-present.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';

const FOLDER = resolve(process.cwd(), '../shared/data/ocds/mx-jalisco-sepaf-2017');

type Tree = Record<string, unknown>;

/** What a merge leaves out of the state's own compiledRelease: nulls, empty lists, and what identifies the merge. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([, member]) => member !== null && !(Array.isArray(member) && member.length === 0),
  );
  return Object.fromEntries(kept.map(([name, member]) => [name, comparable(member)]));
}

function withoutIdentity(release: Tree): Tree {
  const { id: _id, date: _date, tag: _tag, ...rest } = comparable(release) as Tree;
  return rest;
}

describeWhenPresent(FOLDER)("the state's own publication of 2017", () => {
  let test: TestPlatform;
  const reports: BatchReport[] = [];

  beforeAll(async () => {
    test = await openTestPlatform();
    const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
    for (const path of await findSourceFiles(FOLDER)) {
      const report = await ingestFile(test.platform, { path, publisher, profile: 'ocds' });
      reports.push(report);
      await test.publish(report.ocids);
    }
  });
  afterAll(() => test.close());

  async function record(ocid: string): Promise<Tree> {
    const rows = (await test.platform.dataSource.query('SELECT compiled FROM record WHERE ocid = $1', [ocid])) as {
      compiled: Buffer;
    }[];
    return JSON.parse(await expandText(rows[0]!.compiled)) as Tree;
  }

  async function published(ocid: string): Promise<Tree> {
    const text = await readFile(join(FOLDER, 'record_packages', `${ocid}.json`), 'utf8');
    return (JSON.parse(text) as { records: { compiledRelease: Tree }[] }).records[0]!.compiledRelease;
  }

  it('has no fault that would hold or refuse anything', () => {
    expect(reports).toHaveLength(15);
    expect(reports.filter((report) => report.held + report.refused > 0)).toEqual([]);
  });

  it('is taken in whole: ten releases and the two records that have none of their own', async () => {
    const rows = (await test.platform.dataSource.query(
      'SELECT state, origin, count(*)::int AS n FROM release GROUP BY 1, 2 ORDER BY 1, 2',
    )) as unknown;
    expect(rows).toEqual([
      { state: 'published', origin: 'compiled', n: 2 },
      { state: 'published', origin: 'release', n: 10 },
      { state: 'superseded', origin: 'compiled', n: 3 },
    ]);
  });

  it.each(['ocds-xs1qbl-SFIN-03-0001-00-2017', 'ocds-xs1qbl-SFIN-03-0007-00-2017'])(
    'merges %s into what the state published',
    async (ocid) => {
      expect(withoutIdentity(await record(ocid))).toEqual(withoutIdentity(await published(ocid)));
    },
  );

  it('leaves nothing to mend', async () => {
    expect((await verifyStore(test.platform.dataSource)).filter((check) => !check.ok)).toEqual([]);
  });
});
