import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReport, countPlan } from '#tracker';
import { importPlans, listPlans, loadPlans, readTracker } from '#tracking';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';

const PLAN = 'jalisco-2016-2018';

let test: TestPlatform;

beforeAll(async () => {
  test = await openTestPlatform();
  await importPlans(test.platform.dataSource);
});
afterAll(() => test.close());

const read = async (asOf?: string) => (await readTracker(test.platform.dataSource, PLAN, { asOf }))!;

describe('the shipped plans in the store', () => {
  it('are the plans of the seeds, item by item, and give the same annual report', async () => {
    const [seed] = await loadPlans();
    const { plan } = await read();
    expect(plan).toEqual(seed);
    expect(countPlan(plan)).toEqual(countPlan(seed!));
    expect(buildReport(plan, { year: 2017 }).hash).toBe(buildReport(seed!, { year: 2017 }).hash);
  });

  it('are listed by the day on which they begin', async () => {
    expect((await listPlans(test.platform.dataSource)).map(({ id }) => id)).toEqual([PLAN, 'jalisco-2019-2021']);
  });

  it('are not written twice, not even by two who import at once', async () => {
    const before = await read();
    const again = await Promise.all([importPlans(test.platform.dataSource), importPlans(test.platform.dataSource)]);
    expect(again.flat().map(({ added, changed }) => added + changed)).toEqual([0, 0, 0, 0]);
    expect((await read()).version).toBe(before.version);
  });

  it('of a plan that nobody imported there is nothing', async () => {
    expect(await readTracker(test.platform.dataSource, 'otro')).toBeUndefined();
  });
});

describe('a seed that tells something otherwise', () => {
  it('makes a new version, leaves a line, and the past as it was', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'c7-plans-'));
    await cp(join(process.cwd(), 'schemas/tracker/plans'), folder, { recursive: true });
    const file = join(folder, PLAN, 'commitments.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('shortTitle: Brecha salarial', 'shortTitle: Otra'));
    const [imported] = await importPlans(test.platform.dataSource, { plan: PLAN, folder });
    await rm(folder, { recursive: true });
    expect(imported).toEqual({ plan: PLAN, added: 0, changed: 1, kept: [] });
    const now = await read();
    expect(now.plan.commitments[1]).toMatchObject({ id: 'c2', shortTitle: 'Otra' });
    expect((await read('2018-12-31')).plan.commitments[1]).toMatchObject({ shortTitle: 'Brecha salarial' });
    expect(now.log.map(({ entity, entityId, field, from, to }) => [entity, entityId, field, from, to])).toEqual([
      ['plan', PLAN, 'seed', null, expect.any(String)],
      ['plan', PLAN, 'content', null, expect.any(String)],
      ['plan', PLAN, 'seed', expect.any(String), expect.any(String)],
      ['plan', PLAN, 'content', null, expect.any(String)],
      ['commitments', 'c2', 'content', expect.any(String), expect.any(String)],
    ]);
  });
});
