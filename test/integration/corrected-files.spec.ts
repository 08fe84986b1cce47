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
import type { Release } from '#ocds';
import { findRecord } from '#search';
import { contract, csv } from '../contract-file.js';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { ocidOf, tableStore, type TableStore } from '../table-store.js';
import { writeInput } from '../write-input.js';
import { addPerson, as } from './access/people.js';

let test: TestPlatform;
let store: TableStore;
let rosa: Actor;

beforeAll(async () => {
  test = await openTestPlatform();
  store = tableStore(test);
  rosa = await addPerson(test.platform.dataSource, 'rosa', as('reviewer', 'sepaf'));
});
afterAll(() => test.close());

async function take(...rows: ReturnType<typeof contract>[]) {
  const report = await store.ingest(csv(rows));
  await test.publish(report.ocids);
  return report;
}

async function compiled(ocid: string): Promise<Release> {
  const record = await findRecord(test.platform.dataSource, ocid);
  return JSON.parse(await expandText(record!.compiled)) as Release;
}

async function correct(ocid: string, pointer: string, value: string): Promise<string> {
  const proposed = await proposeCorrection(test.platform, {
    ocid,
    edits: [{ pointer, value }],
    reason: 'Error',
    by: rosa,
  });
  if (proposed.outcome !== 'draft') throw new Error(JSON.stringify(proposed.faults));
  return publishCorrection(test.platform, { id: proposed.id, by: rosa });
}

async function notices(ocid: string) {
  return (await test.platform.dataSource.query(
    'SELECT outcome, pointer, told FROM correction_notice WHERE ocid = $1 ORDER BY id',
    [ocid],
  )) as unknown[];
}

const wrong = 'Papel con error de captura';
const right = 'Papel bond';

describe('a file that tells of a corrected process', () => {
  const ocid = ocidOf('60');

  beforeAll(async () => {
    await take(contract('60', { TITULO_EXPEDIENTE: wrong }));
    await correct(ocid, '/tender/title', right);
  });

  it('publishes nothing when it tells the same as before', async () => {
    const report = await take(contract('60', { TITULO_EXPEDIENTE: wrong }), contract('61'));
    expect(report).toMatchObject({ accepted: 1, rows: { published: 1, unchanged: 1 } });
    expect((await compiled(ocid)).tender!.title).toBe(right);
  });

  it('does not undo the correction when it tells something else anew, and says so', async () => {
    const report = await take(contract('60', { TITULO_EXPEDIENTE: wrong, IMPORTE_CONTRATO: '777.00' }));
    expect(report).toMatchObject({ accepted: 1, corrections: { kept: 1, overtaken: 0 } });
    const { tender, contracts } = await compiled(ocid);
    expect(tender!.title).toBe(right);
    expect(JSON.stringify(contracts)).toContain('777');
    expect(await notices(ocid)).toEqual([{ outcome: 'kept', pointer: '/tender/title', told: wrong }]);
    expect(
      await take(contract('60', { TITULO_EXPEDIENTE: wrong, IMPORTE_CONTRATO: '777.00' }), contract('62')),
    ).toMatchObject({
      accepted: 1,
    });
  });

  it('is published where it tells a third value, and that is flagged', async () => {
    const report = await take(contract('60', { TITULO_EXPEDIENTE: 'Papel reciclado', IMPORTE_CONTRATO: '777.00' }));
    expect(report).toMatchObject({ accepted: 1, corrections: { kept: 0, overtaken: 1 } });
    expect((await compiled(ocid)).tender!.title).toBe('Papel reciclado');
    expect((await notices(ocid)).at(-1)).toEqual({
      outcome: 'overtaken',
      pointer: '/tender/title',
      told: 'Papel reciclado',
    });
  });
});

it('lets a source that comes to agree go its own way', async () => {
  const ocid = ocidOf('70');
  await take(contract('70', { TITULO_EXPEDIENTE: wrong }));
  await correct(ocid, '/tender/title', right);
  expect(await take(contract('70', { TITULO_EXPEDIENTE: right }))).toMatchObject({
    corrections: { kept: 0, overtaken: 0 },
  });
  expect((await compiled(ocid)).tender!.title).toBe(right);
});

it('flags a release of its publisher that tells otherwise, which goes out as it came', async () => {
  const ocid = 'ocds-xs1qbl-prueba-8';
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const send = async (...releases: unknown[]) => {
    const report = await ingestFile(test.platform, { path: await writeInput(examplePackage(releases)), publisher });
    await test.publish(report.ocids);
    return report;
  };
  await send(exampleRelease(8));
  await correct(ocid, '/tender/title', right);
  const report = await send(exampleRelease(8, { id: 'prueba-8-2', date: '2099-01-01T00:00:00Z' }));
  expect(report).toMatchObject({ accepted: 1, corrections: { overtaken: 1 } });
});

describe('at the same moment', () => {
  it('a correction and a file of the same process both hold, whoever comes first', async () => {
    const ocids = Array.from({ length: 12 }, (_, n) => ocidOf(String(100 + n)));
    const rows = (amount: string) =>
      ocids.map((_, n) => contract(String(100 + n), { TITULO_EXPEDIENTE: wrong, IMPORTE_CONTRATO: amount }));
    await take(...rows('10.00'));
    const work = ocids.map((ocid) => correct(ocid, '/tender/title', right));
    const ingest = store.ingest(csv(rows('999.00')));
    await Promise.all([...work, ingest]);
    await test.publish((await ingest).ocids);
    for (const ocid of ocids) {
      const { tender, contracts } = await compiled(ocid);
      expect([tender!.title, JSON.stringify(contracts).includes('999')]).toEqual([right, true]);
    }
    expect((await verifyStore(test.platform.dataSource)).filter(({ ok }) => !ok)).toEqual([]);
  }, 60_000);
});

it('a row of a withdrawn process waits with it, and says so', async () => {
  const ocid = ocidOf('80');
  await take(contract('80', { TITULO_EXPEDIENTE: wrong }));
  await withdrawProcess(test.platform, { ocid, reason: 'Duplicado', by: rosa });
  const report = await take(contract('80', { TITULO_EXPEDIENTE: right }));
  expect(report).toMatchObject({ accepted: 0, held: 1, withdrawn: [ocid], rows: { held: 1 } });
  const [row] = (await test.platform.dataSource.query(`SELECT outcome, reason FROM source_row WHERE batch_id = $1`, [
    report.batchId,
  ])) as unknown[];
  expect(row).toEqual({ outcome: 'held', reason: 'withdrawn' });
  await restoreProcess(test.platform, { ocid, reason: 'No era duplicado', by: rosa });
  expect((await compiled(ocid)).tender!.title).toBe(right);
  expect(await take(contract('80', { TITULO_EXPEDIENTE: right }), contract('81'))).toMatchObject({
    rows: { unchanged: 1, held: 0 },
  });
});
