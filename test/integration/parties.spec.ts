import { findPublisher, ingestFile, renewProcesses, summariseParties } from '#publishing';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;
beforeAll(async () => {
  test = await openTestPlatform();
});
afterAll(() => test.close());

const register = { scheme: 'PROV-GOB-JAL', id: 'P77' };
const rfc = { scheme: 'MX-RFC', id: 'MES010101AB1' };

function won(n: number, supplier: object, amount: number, changes: object = {}) {
  const id = (supplier as { id: string }).id;
  return exampleRelease(n, {
    tag: ['award'],
    parties: [{ ...supplier, roles: ['supplier'] }],
    awards: [{ id: `a${n}`, status: 'active', value: { amount, currency: 'MXN' }, suppliers: [{ id, name: 'Mesas' }] }],
    ...changes,
  });
}

async function submit(...releases: unknown[]) {
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage(releases));
  const { ocids } = await ingestFile(test.platform, { path, publisher, profile: 'ocds' });
  await test.publish(ocids);
  await summariseParties(test.platform.dataSource);
  return ocids;
}

async function suppliers() {
  return (await test.platform.dataSource.query(
    `SELECT id, name, processes, won, awarded->>'MXN' AS pesos FROM party WHERE side = 'supplier' ORDER BY id`,
  )) as unknown[];
}

describe('parties in figures', () => {
  it('are summed up over the processes in which they have the same identifier', async () => {
    await submit(
      won(1, { id: 'P77', name: 'Mesas', identifier: register }, 100.1),
      won(2, { id: 'otro', name: 'MESAS, S.A.', identifier: register }, 200.2),
    );
    expect(await suppliers()).toEqual([
      { id: 'PROV-GOB-JAL-P77', name: 'Mesas', processes: 2, won: 2, pesos: '300.3' },
    ]);
  });

  it('become one when an RFC turns out to belong to the register number', async () => {
    await submit(won(3, { id: 'x', name: 'Mesas', identifier: rfc, additionalIdentifiers: [register] }, 50));
    expect(await suppliers()).toEqual([
      { id: 'MX-RFC-MES010101AB1', name: 'Mesas', processes: 3, won: 3, pesos: '350.3' },
    ]);
  });

  it('follow a correction of the award', async () => {
    await submit(
      won(3, { id: 'x', name: 'Mesas', identifier: rfc, additionalIdentifiers: [register] }, 60, {
        id: 'corrected',
        date: '2026-12-01T10:00:00-06:00',
        tag: ['awardUpdate'],
      }),
    );
    expect(await suppliers()).toMatchObject([{ processes: 3, pesos: '360.3' }]);
  });

  it('forget a process that is taken away', async () => {
    await test.platform.dataSource.query(`DELETE FROM process WHERE ocid LIKE '%3'`);
    await summariseParties(test.platform.dataSource);
    expect(await suppliers()).toEqual([
      { id: 'PROV-GOB-JAL-P77', name: 'Mesas', processes: 2, won: 2, pesos: '300.3' },
    ]);
  });

  it('without identifiers are one only within a publisher and buyer', async () => {
    const sillas = { id: '1', name: 'Sillas' };
    await submit(
      won(5, sillas, 1, { buyer: { id: 'B1', name: 'Uno' } }),
      won(6, sillas, 2, { buyer: { id: 'B2', name: 'Dos' } }),
    );
    expect(await suppliers()).toMatchObject([{ processes: 2 }, { processes: 1 }, { processes: 1 }]);
  });

  it('and the rows of an older version of the program are written anew', async () => {
    const { dataSource } = test.platform;
    await dataSource.query(`UPDATE process SET search_version = 0, supplier_keys = '{}'`);
    await dataSource.query('DELETE FROM participation');
    await summariseParties(dataSource);
    expect(await suppliers()).toEqual([]);
    expect(await renewProcesses(dataSource)).toBe(4);
    await summariseParties(dataSource);
    expect(await suppliers()).toHaveLength(3);
    expect(await dataSource.query(`SELECT FROM process WHERE supplier_keys = '{}'`)).toEqual([]);
  });
});
