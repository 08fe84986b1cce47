import type { Actor } from '#access';
import {
  expandText,
  findPublisher,
  ingestFile,
  proposeCorrection,
  publishCorrection,
  restoreProcess,
  verifyStore,
  withdrawProcess,
} from '#publishing';
import { findRecord } from '#search';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';
import { addPerson, addTwoOrganisations, as } from './access/people.js';

let test: TestPlatform;
let [ana, rosa]: Actor[] = [];
const ocid = 'ocds-xs1qbl-prueba-1';

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  await addTwoOrganisations(dataSource);
  ana = await addPerson(dataSource, 'ana', as('publisher', 'sepaf'));
  rosa = await addPerson(dataSource, 'rosa', as('reviewer', 'sepaf'));
  const publisher = await findPublisher(dataSource, 'sepaf');
  const path = await writeInput(examplePackage([exampleRelease(1)]));
  await test.publish((await ingestFile(test.platform, { path, publisher })).ocids);
  await query(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NULL; END $$`);
});
afterAll(() => test.close());

const query = (sql: string) => test.platform.dataSource.query(sql) as Promise<Record<string, unknown>[]>;

/** Everything that a change of a process may leave behind. */
async function state(): Promise<unknown> {
  const tables = [
    'release',
    'verdict',
    'batch',
    'source_file',
    'change',
    'corrected_value',
    'process_event',
    'withdrawal',
  ];
  const [counts] = await query(
    `SELECT ${tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')},
            (SELECT json_agg(p ORDER BY p.ocid)::text FROM (SELECT ocid, title FROM process) p) AS process`,
  );
  const record = await findRecord(test.platform.dataSource, ocid);
  return { counts, compiled: record && (await expandText(record.compiled)) };
}

/** Does the work once for each table, its connection ending as it comes to write there; then once in peace. */
async function cutOffAt(tables: readonly string[], work: () => Promise<unknown>): Promise<void> {
  for (const [table, event] of tables.map((one) => one.split(' ') as [string, string])) {
    const before = await state();
    await query(`CREATE TRIGGER die BEFORE ${event} ON ${table} FOR EACH ROW EXECUTE FUNCTION die()`);
    const fate = await work().then(
      () => 'done',
      () => 'failed',
    );
    await query(`DROP TRIGGER die ON ${table}`);
    expect([table, event, fate]).toEqual([table, event, 'failed']);
    expect([table, event, await state()]).toEqual([table, event, before]);
  }
  await work();
  expect((await verifyStore(test.platform.dataSource)).filter((check) => !check.ok)).toEqual([]);
}

describe('when the connection ends at any step', () => {
  it('a correction leaves nothing behind, and is published afterwards', async () => {
    const edits = [{ pointer: '/tender/title', value: 'Tabletas' }] as const;
    const proposed = await proposeCorrection(test.platform, { ocid, edits, reason: 'Error de captura', by: ana! });
    if (proposed.outcome !== 'draft') throw new Error(JSON.stringify(proposed.faults));
    const steps = ['batch INSERT', 'release INSERT', 'verdict INSERT', 'corrected_value INSERT', 'correction UPDATE'];
    await cutOffAt([...steps, 'process_event INSERT', 'change INSERT', 'process UPDATE', 'record UPDATE'], () =>
      publishCorrection(test.platform, { id: proposed.id, by: ana! }),
    );
    expect(JSON.stringify(await state())).toContain('Tabletas');
  });

  it('a withdrawal leaves the process public, and takes it back afterwards', async () => {
    await cutOffAt(['withdrawal INSERT', 'release UPDATE', 'change INSERT', 'record UPDATE', 'process DELETE'], () =>
      withdrawProcess(test.platform, { ocid, reason: 'Datos de otra persona', by: rosa! }),
    );
    expect(await findRecord(test.platform.dataSource, ocid)).toBeUndefined();
  });

  it('a restoration leaves it withdrawn, and brings it back afterwards', async () => {
    await cutOffAt(['release UPDATE', 'change INSERT', 'process INSERT'], () =>
      restoreProcess(test.platform, { ocid, reason: 'Se revisó', by: rosa! }),
    );
    expect(await findRecord(test.platform.dataSource, ocid)).toBeDefined();
  });
});
