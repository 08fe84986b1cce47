import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import {
  explainProcess,
  findMappedBatch,
  loadProfiles,
  openStoredFile,
  outcomesOf,
  remapBatch,
  type RemapChange,
  remarksOf,
  verifyStore,
} from '#publishing';
import type { Profile } from '#sources';
import { annotateWorkbook, openSourceTables } from '#tables';
import { contract, csv, HEADER } from '../contract-file.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { ocidOf, tableStore, type TableStore } from '../table-store.js';

let test: TestPlatform;
let store: TableStore;

beforeAll(async () => {
  test = await openTestPlatform();
  store = tableStore(test);
});
afterAll(() => test.close());

describe('what is known of a spreadsheet that was taken in', () => {
  it('tells from which cell each value came', async () => {
    const report = await store.ingest(csv([contract('40'), contract('41')]));
    const explained = await gather(
      explainProcess(test.platform.dataSource, ocidOf('41'), { profiles: await loadProfiles(), personalData: 'mask' }),
    );
    const [release] = explained;
    expect(release).toMatchObject({
      file: { name: 'contratos.csv', sha256: report.sha256, batchId: report.batchId },
      profile: { id: 'compranet-2010', version: 1, explainedBy: 1 },
    });
    const originOf = (pointer: string) => release!.values.find((value) => value.pointer === pointer);
    expect(originOf('/contracts/[941]/value/netAmount')).toEqual({
      pointer: '/contracts/[941]/value/netAmount',
      value: 1500.5,
      origins: [expect.objectContaining({ row: 3, column: 10, header: 'IMPORTE_CONTRATO', value: '1500.50' })],
    });
    expect(originOf('/buyer/name')).toMatchObject({
      origins: [{ header: 'DEPENDENCIA', row: 3 }, { header: 'NOMBRE_DE_LA_UC' }],
    });
    const supplier = release!.values.find(({ value }) => value === 'Papelera Inventada, S.A. de C.V.');
    expect(supplier).toMatchObject({ origins: [{ header: 'PROVEEDOR_CONTRATISTA' }] });
    expect(originOf('/tender/status')).toMatchObject({ origins: [] });
  });

  it('says that there is no such process', async () => {
    const nothing = explainProcess(test.platform.dataSource, 'ocds-xs1qbl-no-hay', {
      profiles: [],
      personalData: 'mask',
    });
    await expect(nothing.next()).rejects.toMatchObject({ code: 'PROCESS_UNKNOWN' });
  });

  it('shows what a newer profile would change, and changes it only when told to', async () => {
    const { batchId } = await store.ingest(csv([contract('42'), contract('43')]));
    const later = await store.ingest(csv([contract('43', { IMPORTE_CONTRATO: '2000' })]));
    const profiles = (await loadProfiles()).map(newer);
    const changes: RemapChange[] = [];
    const remap = (apply: boolean) =>
      remapBatch(test.platform, batchId, { profiles, apply, onChange: (change) => changes.push(change) });
    const before = await store.counts();

    expect(await remap(false)).toMatchObject({ applied: false, fromVersion: 1, toVersion: 2, batch: { read: 1 } });
    expect(changes).toEqual([
      expect.objectContaining({
        ocid: ocidOf('42'),
        differences: [{ pointer: '/tender/title', before: 'Compra de papelería', after: 'Hojas y lápices' }],
      }),
    ]);
    expect(await store.counts()).toEqual(before);

    const { batch } = await remap(true);
    expect(batch.rows).toMatchObject({ published: 1, older: 1 });
    expect((await store.releasesOf('42')).map(({ tender }) => tender!.title)).toEqual([
      'Compra de papelería',
      'Hojas y lápices',
    ]);
    expect((await store.releasesOf('42'))[1]!.tag).toEqual(['tenderUpdate']);
    expect(await store.releasesOf('43')).toHaveLength(2);
    await expect(
      remapBatch(test.platform, batch.batchId, { profiles, apply: true, onChange: () => {} }),
    ).rejects.toMatchObject({
      code: 'SAME_VERSION',
    });
    await test.publish([...batch.ocids, ...later.ocids]);
    await test.publish((await store.ingest(csv([contract('42'), contract('43')]))).ocids);
    await publishAll();
    expect((await verifyStore(test.platform.dataSource)).filter((check) => !check.ok)).toEqual([]);
  });

  it('holds what a changed profile makes invalid, and publishes nothing of it', async () => {
    const { batchId, ocids } = await store.ingest(csv([contract('46')]));
    await test.publish(ocids);
    const profiles = (await loadProfiles()).map(invalid);
    const report = await remapBatch(test.platform, batchId, { profiles, apply: true, onChange: () => {} });
    expect(report.batch).toMatchObject({ held: 1, accepted: 0, rows: { held: 1, published: 0 }, ocids: [] });
    const again = await store.ingest(csv([contract('46')], '\uFEFF'));
    expect(again.rows).toMatchObject({ unchanged: 1 });
    const remarks = await gather(remarksOf(test.platform.dataSource, report.batch.batchId));
    expect(remarks).toMatchObject([{ row: 2, column: -1, rule: 'row-invalid', severity: 'error' }]);
  });

  it('gives the remarks of a batch, cells first', async () => {
    const bad = contract('44', { FECHA_CELEBRACION: 'ayer' });
    const report = await store.ingest(csv([bad, contract('45', { NUMERO_PROCEDIMIENTO: '', NUMERO_EXPEDIENTE: '' })]));
    const remarks = await gather(remarksOf(test.platform.dataSource, report.batchId));
    expect(remarks).toMatchObject([
      { sheet: '', row: 2, column: HEADER.indexOf('FECHA_CELEBRACION'), value: 'ayer', rule: 'date-unreadable' },
      { row: 3, column: -1, rule: 'row-without-identity', severity: 'error' },
    ]);
    const batch = await findMappedBatch(test.platform.dataSource.manager, report.batchId);
    expect(outcomesOf(batch)).toEqual({ published: 0, unchanged: 0, held: 1, refused: 1 });
  });

  it('goes into a copy of the workbook, with its observations on a sheet of their own', async () => {
    const row = contract('47', { IMPORTE_CONTRATO: 'muchos' });
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER, HEADER.map((name) => row[name])]), 'Contratos');
    const report = await store.ingest(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, {
      name: 'libro.xlsx',
    });
    expect(report).toMatchObject({ format: 'xlsx', rows: { held: 1 } });
    const { dataSource } = test.platform;
    await using stored = await openStoredFile(dataSource.manager, report.sha256);
    const out = join(await mkdtemp(join(tmpdir(), 'c7-annotated-')), 'copia.xlsx');
    const outcomes = outcomesOf(await findMappedBatch(dataSource.manager, report.batchId));
    const remarks = remarksOf(dataSource, report.batchId);
    expect(await annotateWorkbook(stored.path, out, remarks, { fileName: report.fileName, outcomes })).toMatchObject({
      listSheet: 'Observaciones',
      remarks: 1,
      notes: 1,
    });
    const tables = await openSourceTables(out);
    expect(tables.sheets.map(({ name }) => name)).toEqual(['Observaciones', 'Contratos']);
    await tables.close();
  });
});

async function gather<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const gathered: Value[] = [];
  for await (const value of values) gathered.push(value);
  return gathered;
}

/** The profile as somebody might change it: the title of the tender from another column. */
function newer(profile: Profile): Profile {
  if (profile.id !== 'compranet-2010' || profile.kind !== 'table') return profile;
  const tender = profile.release.tender as Record<string, never>;
  return {
    ...profile,
    version: 2,
    release: { ...profile.release, tender: { ...tender, title: { text: 'contractTitle' } } },
  };
}

function invalid(profile: Profile): Profile {
  if (profile.id !== 'compranet-2010' || profile.kind !== 'table') return profile;
  const tender = { ...(profile.release.tender as object), status: { constant: 'no-existe' } };
  return { ...profile, version: 3, release: { ...profile.release, tender } };
}

async function publishAll(): Promise<void> {
  const rows = (await test.platform.dataSource.query('SELECT ocid FROM record WHERE wanted > published')) as {
    ocid: string;
  }[];
  await test.publish(rows.map(({ ocid }) => ocid));
}
