import type { DataSource } from 'typeorm';
import { openDataSource } from '#database';
import { findPublisher, ingestFile } from '#publishing';
import {
  countYears,
  listRecords,
  listReleases,
  searchProcesses,
  siteFigures,
  yearFigures,
  yearInFigures,
} from '#search';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';
import { addTwoOrganisations } from './access/people.js';

const STORED = 150;
const ASKED = 10;
/** One row too many says whether there is a next page, and each partition has its next row at hand. */
const MOST_READ = ASKED + 1 + 16;

let test: TestPlatform;
let one: DataSource;

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  await addTwoOrganisations(dataSource);
  const publisher = await findPublisher(dataSource, 'sepaf');
  const releases = Array.from({ length: STORED }, (_, n) => exampleRelease(n, { date: dayOf(n) }));
  const path = await writeInput(examplePackage(releases));
  await test.publish((await ingestFile(test.platform, { path, publisher })).ocids);
  // A table so small is quicker gone through: what is asked here is whether the index serves at all.
  await dataSource.query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET enable_seqscan = off', current_database()); END $$`,
  );
  one = await openDataSource(test.databaseUrl, 1);
});
afterAll(async () => {
  await one?.destroy();
  await test.close();
});

const dayOf = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();

/** How many rows of a table, and of its partitions, a reading reads, by whatever way; what others read meanwhile is theirs. */
async function rowsRead(table: string, reading: () => Promise<unknown>): Promise<number> {
  await one.query('BEGIN');
  const before = await ownReadsOf(table);
  await reading();
  const read = (await ownReadsOf(table)) - before;
  await one.query('COMMIT');
  return read;
}

async function ownReadsOf(table: string): Promise<number> {
  const [row] = (await one.query(
    `SELECT coalesce(sum(idx_tup_fetch + seq_tup_read), 0)::int AS n FROM pg_stat_xact_user_tables
      WHERE relname ~ ('^' || $1 || '(_p\\d+)?$')`,
    [table],
  )) as { n: number }[];
  return row!.n;
}

it.each([
  ['release', () => listReleases(one, { limit: ASKED })],
  ['record', () => listRecords(one, { limit: ASKED })],
])('a page of the list of %ss reads that page, not the whole list', async (table, page) => {
  const read = await rowsRead(table, async () => {
    const { rows, next } = await page();
    expect(rows).toHaveLength(ASKED);
    expect(next).toBeDefined();
  });
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThanOrEqual(MOST_READ);
});

/** Until then, an index tells what is in a row, but not whether the row is there. */
async function untilAllIsVisible(table: string): Promise<void> {
  for (let visible = false; !visible;) {
    await one.query(`VACUUM ${table}`);
    const [row] = (await one.query('SELECT relallvisible = relpages AS visible FROM pg_class WHERE relname = $1', [
      table,
    ])) as { visible: boolean }[];
    visible = row!.visible;
  }
}

/** Beyond so many in order, what is looked at is what the index of words and filters finds. */
const AT_ONCE = { walked: [1, 1], gathered: [], counted: 0 } as const;

it.each([
  ['a word that nothing has, though it may be a number as well', { q: 'inexistentisimo' }],
  ['a word that all have and a filter that none passes', { q: 'computadoras', stage: 'contract' }],
  ['a word that all have and two filters that none passes', { q: 'computadoras', method: 'open', category: 'goods' }],
] as const)('a search for %s reads nothing but the newest page', async (_, asked) => {
  const read = await rowsRead('search_entry', async () => {
    const { rows, total } = await searchProcesses(one, { ...asked, sort: 'date', limit: ASKED }, AT_ONCE);
    expect({ rows, total }).toEqual({ rows: [], total: 0 });
  });
  expect(read).toBeLessThanOrEqual(ASKED + 1);
});

it.each([
  ['the whole site', () => siteFigures(one)],
  ['each year', () => countYears(one)],
  ['the last years', () => yearFigures(one, 5)],
  ['the newest year', () => yearInFigures(one)],
] as const)('the figures of %s are counted by an index, without the rows of processes', async (_, count) => {
  await untilAllIsVisible('process');
  expect(await rowsRead('process', count)).toBe(0);
});
