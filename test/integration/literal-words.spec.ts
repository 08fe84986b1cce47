import { findPublisher, ingestFile, summariseParties } from '#publishing';
import { likeliestParties, searchParties } from '#search';
import { loadAudit } from '../../apps/portal/src/desk/views-from-store/load-audit.js';
import { loadProcesses } from '../../apps/portal/src/desk/views-from-store/load-processes.js';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;

/** A supplier, and a process whose number is the supplier's name. */
function told(n: number, name: string) {
  const supplier = { id: `P${n}`, name, identifier: { scheme: 'PROV-GOB-JAL', id: `P${n}` } };
  return exampleRelease(n, {
    tag: ['award'],
    parties: [{ ...supplier, roles: ['supplier'] }],
    awards: [{ id: `a${n}`, status: 'active', suppliers: [{ id: supplier.id, name }] }],
  });
}

const NAMES = ['Mesas 100% Roble', 'Mesas 100 Robles', 'Sillas_Uno', 'Sillas Dos'];

beforeAll(async () => {
  test = await openTestPlatform();
  const { platform } = test;
  const publisher = await findPublisher(platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage(NAMES.map((name, n) => told(n + 1, name))));
  const { ocids } = await ingestFile(platform, { path, publisher, profile: 'ocds' });
  await test.publish(ocids);
  await summariseParties(platform.dataSource);
  await platform.dataSource.query(`UPDATE process SET local_number = '100% ' || ocid WHERE ocid = $1`, [ocids[0]]);
  for (const actor of NAMES)
    await platform.dataSource.query(
      `INSERT INTO audit_event (actor_kind, actor_id, actor_name, action, subject) VALUES ('system', 'x', $1, 'a', 's')`,
      [actor],
    );
});
afterAll(() => test.close());

const SEARCHES: readonly (readonly [name: string, found: (words: string) => Promise<readonly string[]>])[] = [
  [
    'suppliers',
    async (q) =>
      (await searchParties(test.platform.dataSource, 'supplier', { q, limit: 9 })).rows.map(({ name }) => name),
  ],
  [
    'whom a search may have meant',
    async (words) => (await likeliestParties(test.platform.dataSource, words, 9)).map(({ name }) => name),
  ],
  [
    'the trail of the desk',
    async (who) => (await loadAudit(test.platform.dataSource.manager, { who })).events.map(({ actor }) => actor),
  ],
];

describe.each(SEARCHES)('searching %s', (_, found) => {
  it.each([
    ['%', ['Mesas 100% Roble']],
    ['_', ['Sillas_Uno']],
    ['s_u', ['Sillas_Uno']],
    ['\\', []],
  ])('takes %j for what it is', async (words, names) => {
    expect(await found(words)).toEqual(names);
  });
});

it('takes a full-width percent sign, which is folded to a plain one, for what it is', async () => {
  const { rows } = await searchParties(test.platform.dataSource, 'supplier', { q: '％', limit: 9 });
  expect(rows.map(({ name }) => name)).toEqual(['Mesas 100% Roble']);
});

it('takes % and _ in a number for what they are, at the desk', async () => {
  const numbers = async (query: string) =>
    (await loadProcesses(test.platform.dataSource.manager, { query, publisherIds: 'all', limit: 9 })).length;
  expect([await numbers('%'), await numbers('00%'), await numbers('___')]).toEqual([1, 1, 0]);
});
