import type { DataSource } from 'typeorm';
import { openDataSource } from '#database';
import { findPublisher, ingestFile, summariseParties } from '#publishing';
import { exploreProcesses } from '#search';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;

beforeAll(async () => {
  test = await openTestPlatform();
});
afterAll(() => test.close());

async function publish(...numbers: readonly number[]): Promise<void> {
  const releases = numbers.map((number) =>
    exampleRelease(number, {
      tag: ['contract'],
      tender: { id: `LPL-${number}`, ...(number < 10 && { procurementMethod: number % 2 === 0 ? 'direct' : 'open' }) },
      contracts: [{ id: 'c', awardID: 'a', status: 'active', value: { amount: 100, currency: 'MXN' } }],
    }),
  );
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage(releases));
  await test.publish((await ingestFile(test.platform, { path, publisher })).ocids);
  await summariseParties(test.platform.dataSource);
}

/** As a program that was just started sees it: it has counted nothing yet. */
async function afterAStart<Result>(look: (dataSource: DataSource) => Promise<Result>): Promise<Result> {
  const dataSource = await openDataSource(test.databaseUrl, 2);
  try {
    return await look(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

const direct = (of: number, processes: number) => [{ year: 2026, direct: of, processes }];
const slow = () => test.platform.dataSource.query('UPDATE exploration SET took_ms = 9000');

it('agrees with what is published, after each publication', async () => {
  await publish(1, 2);
  const before = await afterAStart(exploreProcesses);
  expect(before).toMatchObject({ direct: direct(1, 2), current: true, position: '2' });
  await publish(3, 4, 6);
  const [plain] = await test.platform.dataSource.query(
    `SELECT count(*) FILTER (WHERE method = 'direct')::int AS direct, count(*)::int AS processes, sum(contracted)::text AS contracted FROM process`,
  );
  expect(plain).toEqual({ direct: 3, processes: 5, contracted: '500' });
  expect(await afterAStart(exploreProcesses)).toMatchObject({
    direct: direct(plain.direct, plain.processes),
    spending: [{ year: 2026, contracted: plain.contracted }],
    current: true,
    position: '5',
  });
});

it('is told after a start without being counted again', async () => {
  await test.platform.dataSource.query(`UPDATE exploration SET figures = jsonb_set(figures, '{allBuyers}', '"7"')`);
  expect(await afterAStart(exploreProcesses)).toMatchObject({ allBuyers: '7', current: true });
});

it('of a store that takes long to count, is told as it was while it is counted', async () => {
  await slow();
  await publish(8);
  await afterAStart(async (dataSource) => {
    expect(await exploreProcesses(dataSource)).toMatchObject({ direct: direct(3, 5), current: false, position: '5' });
    let now = await exploreProcesses(dataSource);
    for (let tries = 0; !now.current && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      now = await exploreProcesses(dataSource);
    }
    expect(now).toMatchObject({ direct: direct(4, 6), current: true, position: '6' });
  });
});

it('counts who does not say how they buy among all, as the front page does', async () => {
  await publish(11);
  await test.platform.dataSource.query('DELETE FROM exploration');
  expect(await afterAStart(exploreProcesses)).toMatchObject({ direct: direct(4, 7) });
});
