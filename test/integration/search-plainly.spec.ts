import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { generateProcesses } from '#demo';
import { findPublisher, ingestFile } from '#publishing';
import { countFacets, pageOfProcesses, type ProcessQuery, searchProcesses, searchWithFacets } from '#search';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

const PROCESSES = 150;
/** So near that a search of a few hundred takes every step that one of a few hundred thousand does. */
const NEAR = { walked: [12, 40], gathered: [30, 80], counted: 10 } as const;

let test: TestPlatform;

beforeAll(async () => {
  test = await openTestPlatform();
  const publisher = await findPublisher(test.platform.dataSource, 'demo');
  const lines = [...generateProcesses({ processes: PROCESSES, seed: 5 })].map((release) => JSON.stringify(release));
  const path = await writeInput(lines.join('\n'), 'procesos.jsonl');
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
  await test.platform.dataSource.query('ANALYZE search_entry');
});
afterAll(() => test.close());

/** What each filter asks, in plain words over what is published, `p`. */
const PLAINLY: Readonly<Record<string, (value: string) => string>> = {
  q: (value) => `(words @@ search_query(${value}) OR ocid = ${value} OR local_number = ${value})`,
  items: (value) => `search_vector(body) @@ search_query(${value})`,
  stage: (value) => `stage = ${value}`,
  method: (value) => `method = ${value}`,
  category: (value) => `category = ${value}`,
  status: (value) => `outcome = ${value}`,
  year: (value) => `year = ${value}::int`,
  min: (value) => `amount >= ${value}::numeric AND currency = 'MXN'`,
  max: (value) => `amount <= ${value}::numeric AND currency = 'MXN'`,
  validity: (value) => `valid = (${value} = 'valid')`,
  supplier: (value) => `${value} = ANY (supplier_keys)`,
  buyer: (value) => `buyer_id = ${value}`,
};

const ORDERS = {
  date: 'moment DESC, ocid DESC',
  amount: 'amount DESC, ocid DESC',
  relevance: 'round(ts_rank(words, search_query($1))::numeric, 3) DESC, moment DESC, ocid DESC',
};

/** Everything that matches, gone through one by one. */
function plainly(
  { limit: _, sort, ...filters }: ProcessQuery,
  what: string,
  rest = '',
): Promise<Record<string, unknown>[]> {
  const inForce = Object.entries(filters).filter(([, value]) => value !== undefined);
  const conditions = inForce.map(([name], n) => PLAINLY[name]!(`$${n + 1}`));
  if (sort === 'amount') conditions.push(`amount IS NOT NULL AND currency = 'MXN'`);
  return test.platform.dataSource.query(
    `SELECT ${what} FROM (SELECT *, coalesce(date, '-infinity') AS moment,
       setweight(search_vector(coalesce(title, '')), 'A') || setweight(search_vector(names), 'B') || setweight(search_vector(body), 'C') AS words
         FROM process) p WHERE ${conditions.join(' AND ') || 'true'} ${rest}`,
    inForce.map(([, value]) => value),
  );
}

/** The list from its first page to its last, and each page reached again from the one after it. */
async function pageByPage(query: ProcessQuery) {
  const { dataSource } = test.platform;
  const ocids: string[] = [];
  let before: readonly string[] | undefined;
  for (let cursor: string | undefined; ;) {
    const page = await searchProcesses(dataSource, { ...query, cursor }, NEAR);
    const own = page.rows.map(({ ocid }) => ocid);
    const { total: _, totalIsCapped: __, ...uncounted } = page;
    expect(await pageOfProcesses(dataSource, { ...query, cursor }, NEAR)).toEqual(uncounted);
    if (before && page.prev) {
      const back = await searchProcesses(dataSource, { ...query, cursor: page.prev }, NEAR);
      expect(back.rows.map(({ ocid }) => ocid)).toEqual(before);
    }
    ocids.push(...own);
    before = own;
    cursor = page.next;
    if (cursor === undefined) return { ocids, total: page.total, totalIsCapped: page.totalIsCapped };
  }
}

const queries = fc
  .record(
    {
      q: fc.constantFrom(
        'servicio',
        'papel',
        'equipo de computo',
        '"equipo de computo"',
        'papel -higienico',
        'mantenimiento or obra',
        'nada',
      ),
      items: fc.constantFrom('papel', 'equipo'),
      stage: fc.constantFrom('tender', 'contract', 'implementation'),
      method: fc.constantFrom('open', 'direct'),
      category: fc.constantFrom('goods', 'services'),
      status: fc.constantFrom('cancelled', 'unsuccessful'),
      year: fc.integer({ min: 2022, max: 2026 }),
      min: fc.constant('100000'),
      max: fc.constant('900000'),
      validity: fc.constantFrom('valid', 'invalid'),
      sort: fc.constantFrom('date', 'amount', 'relevance'),
    },
    { requiredKeys: [] },
  )
  .filter((query) => Object.keys(query).length <= 4) as fc.Arbitrary<Omit<ProcessQuery, 'limit'>>;

const sortOf = ({ sort, q }: Pick<ProcessQuery, 'sort' | 'q'>) =>
  sort === 'date' || sort === 'amount' ? sort : q === undefined ? 'date' : 'relevance';

it('finds what a plain query finds, in the same order, page by page and back', async () => {
  await fc.assert(
    fc.asyncProperty(queries, async (asked) => {
      const query = { ...asked, sort: sortOf(asked), limit: 9 } as const;
      const rows = await plainly(query, 'ocid', `ORDER BY ${ORDERS[query.sort]}`);
      const first = await pageOfProcesses(test.platform.dataSource, query, NEAR);
      expect(first.rows.map(({ ocid }) => ocid)).toEqual(rows.slice(0, 9).map(({ ocid }) => ocid));
      expect(await pageByPage(query)).toEqual({
        ocids: rows.map(({ ocid }) => ocid),
        total: Math.min(rows.length, NEAR.counted),
        totalIsCapped: rows.length > NEAR.counted,
      });
    }),
    { numRuns: 40, seed: 11, examples: [[{ sort: 'date' }], [{ q: 'servicio' }], [{ sort: 'amount', q: 'servicio' }]] },
  );
});

const FACETS = [
  ['stage', 'stage'],
  ['method', 'method'],
  ['category', 'category'],
  ['year', 'year::text'],
  ['budgetItem', 'unnest(budget_items)'],
  [
    'supplier',
    `unnest(ARRAY(SELECT DISTINCT coalesce(pk.party, one) FROM unnest(supplier_keys) AS one
                  LEFT JOIN party_key pk ON pk.side = 'supplier' AND pk.key = one))`,
  ],
] as const;

it('counts as a plain query counts, a filter of its own left out', async () => {
  const { dataSource } = test.platform;
  await fc.assert(
    fc.asyncProperty(queries, async ({ sort: _, ...asked }) => {
      const { counts } = await countFacets(dataSource, { ...asked, limit: 1 }, NEAR);
      for (const [facet, column] of FACETS) {
        const others = { ...asked, [facet]: undefined, limit: 1 };
        const all = await plainly(others, `${column} AS value, count(*)::int AS count`, 'GROUP BY 1');
        const rows = all.filter((row) => row.value !== null);
        const told = counts[facet].map(({ value, count }) => ({ value, count }));
        expect(told).toHaveLength(Math.min(rows.length, 12));
        expect(rows).toEqual(expect.arrayContaining(told));
      }
    }),
    { numRuns: 30, seed: 12 },
  );
});

it('finds a page with its facets as it finds each of them', async () => {
  const { dataSource } = test.platform;
  await fc.assert(
    fc.asyncProperty(queries, async (asked) => {
      const query = { ...asked, limit: 9 };
      // What was counted a moment ago would be told again: each looks through a connection of its own.
      const [together, apart] = [Object.create(dataSource), Object.create(dataSource)] as [DataSource, DataSource];
      const { page, facets } = await searchWithFacets(together, query, NEAR);
      expect(page).toEqual(await searchProcesses(apart, query, NEAR));
      expect(facets).toEqual(await countFacets(apart, query, NEAR));
      expect((await searchWithFacets(together, query, NEAR)).page).toEqual(page);
    }),
    { numRuns: 40, seed: 13 },
  );
});
