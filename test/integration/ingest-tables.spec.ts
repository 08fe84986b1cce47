import { writeFile } from 'node:fs/promises';
import { findPublisher, ingestFile, verifyStore } from '#publishing';
import { contract, csv, HEADER } from '../contract-file.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { ocidOf, tableStore, type TableStore } from '../table-store.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;
let store: TableStore;

beforeAll(async () => {
  test = await openTestPlatform();
  store = tableStore(test);
});
afterAll(() => test.close());

async function rowsOf(batchId: string): Promise<unknown[]> {
  return test.platform.dataSource.query(
    'SELECT row, outcome, ocid, release_id AS release FROM source_row WHERE batch_id = $1 ORDER BY row',
    [batchId],
  );
}

async function outcomeOf(batchId: string, row: number): Promise<unknown> {
  const [found] = (await test.platform.dataSource.query(
    'SELECT outcome, reason FROM source_row WHERE batch_id = $1 AND row = $2',
    [batchId, row],
  )) as unknown[];
  return found;
}

/** States of the releases of a process, each with its reason, oldest first. */
async function statesOf(number: string): Promise<readonly string[]> {
  const rows = (await test.platform.dataSource.query(
    `SELECT concat_ws(' ', state, state_reason) AS state FROM release WHERE ocid = $1 ORDER BY date`,
    [ocidOf(number)],
  )) as { state: string }[];
  return rows.map(({ state }) => state);
}

describe('taking in a spreadsheet', () => {
  it('finds its profile, makes a release of each process and tells what became of each row', async () => {
    const second = contract('1', { CODIGO_CONTRATO: '91b', TITULO_CONTRATO: 'Cuadernos' });
    const nameless = contract('2', { NUMERO_PROCEDIMIENTO: '', NUMERO_EXPEDIENTE: '' });
    const report = await store.ingest(csv([contract('1'), nameless, second, contract('3')]));
    expect(report).toMatchObject({
      profile: 'compranet-2010',
      profileVersion: 1,
      format: 'csv',
      read: 2,
      accepted: 2,
      rows: { published: 3, refused: 1, unchanged: 0, older: 0, held: 0, skipped: 0 },
    });
    const [release] = await store.releasesOf('1');
    expect(release).toMatchObject({
      tag: ['tender', 'award', 'contract'],
      initiationType: 'tender',
      language: 'es',
      tender: { id: 'LA-014000999-E1-2026', procurementMethod: 'open', title: 'Compra de papelería' },
      contracts: [{ id: '91' }, { id: '91b' }],
    });
    expect(await rowsOf(report.batchId)).toEqual([
      { row: 2, outcome: 'published', ocid: ocidOf('1'), release: release!.id },
      { row: 3, outcome: 'refused', ocid: null, release: null },
      { row: 4, outcome: 'published', ocid: ocidOf('1'), release: release!.id },
      { row: 5, outcome: 'published', ocid: ocidOf('3'), release: (await store.releasesOf('3'))[0]!.id },
    ]);
    await test.publish(report.ocids);
    expect((await verifyStore(test.platform.dataSource)).filter((check) => !check.ok)).toEqual([]);
  });

  it('changes nothing when the same file comes again', async () => {
    const content = csv([contract('10')]);
    await store.ingest(content);
    const before = await store.counts();
    expect(await store.ingest(content)).toMatchObject({ seenBefore: true, accepted: 0 });
    expect(await store.counts()).toEqual(before);
  });

  it('publishes nothing new of the same rows in another file', async () => {
    await store.ingest(csv([contract('11'), contract('12')]));
    const report = await store.ingest(csv([contract('12'), contract('11')], '\uFEFF'));
    expect(report).toMatchObject({ read: 0, accepted: 0, ocids: [], rows: { unchanged: 2, published: 0 } });
    expect(await store.releasesOf('11')).toHaveLength(1);
  });

  it('makes one release of a changed row, with only what changed', async () => {
    await store.ingest(csv([contract('13'), contract('14')]));
    const changed = contract('13', { IMPORTE_CONTRATO: '1800', FECHA_CELEBRACION: '' });
    const report = await store.ingest(csv([changed, contract('14')]));
    expect(report).toMatchObject({ read: 1, accepted: 1, rows: { published: 1, unchanged: 1 } });
    const [first, second] = await store.releasesOf('13');
    expect(second!.tag).toEqual(['awardUpdate', 'contractUpdate']);
    expect(second!.date > first!.date).toBe(true);
    expect(second!.contracts![0]).toEqual({
      ...first!.contracts![0],
      value: { ...first!.contracts![0]!.value, netAmount: 1800 },
      dateSigned: null,
    });
    expect(second!.tender).toEqual(first!.tender);
  });

  it('says with its tag that a contract came to its end', async () => {
    await store.ingest(csv([contract('15')]));
    await store.ingest(csv([contract('15', { ESTATUS_CONTRATO: 'Terminado' })]));
    expect((await store.releasesOf('15'))[1]!.tag).toEqual(['contractTermination']);
  });

  it('holds the process of a cell that must be mended, and publishes it once the file comes corrected', async () => {
    const bad = contract('17', { IMPORTE_CONTRATO: 'mil pesos', CODIGO_CONTRATO: '917' });
    const report = await store.ingest(csv([contract('16'), bad]));
    expect(report).toMatchObject({ accepted: 1, held: 1, rows: { published: 1, held: 1 }, ocids: [ocidOf('16')] });
    expect(report.faults).toMatchObject([
      {
        rule: 'amount-unreadable',
        severity: 'error',
        header: 'IMPORTE_CONTRATO',
        examples: [{ row: 3, column: HEADER.indexOf('IMPORTE_CONTRATO'), value: 'mil pesos' }],
      },
    ]);
    expect(await outcomeOf(report.batchId, 3)).toEqual({ outcome: 'held', reason: 'cell-faults' });
    expect(await statesOf('17')).toEqual(['held cell-faults']);

    expect(await store.ingest(csv([bad]))).toMatchObject({ held: 0, rows: { held: 1 } });
    const mended = await store.ingest(csv([contract('16'), { ...bad, IMPORTE_CONTRATO: '1000' }]));
    expect(mended).toMatchObject({ accepted: 1, held: 0, rows: { published: 1, unchanged: 1 } });
    expect(await statesOf('17')).toEqual(['superseded corrected', 'accepted']);
    await test.publish(mended.ocids);
    expect((await store.releasesOf('17'))[1]).toMatchObject({ tag: ['tender', 'award', 'contract'] });
  });

  it('publishes what was held when the cell is mended without any change of what it tells', async () => {
    const extra = contract('23', { FECHA_CELEBRACION: 'ayer' });
    expect((await store.ingest(csv([extra]))).rows).toMatchObject({ held: 1 });
    const report = await store.ingest(csv([{ ...extra, FECHA_CELEBRACION: '' }]));
    expect(report).toMatchObject({ accepted: 1, rows: { published: 1 } });
  });

  it('publishes it marked where the publisher wants that, also what waited', async () => {
    const { dataSource } = test.platform;
    const bad = contract('24', { IMPORTE_CONTRATO: 'mil pesos' });
    expect((await store.ingest(csv([bad]))).rows).toMatchObject({ held: 1 });
    await dataSource.query(`UPDATE publisher SET policy = 'publish-marked' WHERE id = 'sepaf'`);
    try {
      const report = await store.ingest(csv([bad, contract('25', { IMPORTE_CONTRATO: '(5)' })]));
      expect(report).toMatchObject({ accepted: 2, held: 0, rows: { published: 2, held: 0 } });
      expect(await outcomeOf(report.batchId, 2)).toEqual({ outcome: 'published', reason: 'cell-faults' });
      expect(await statesOf('24')).toEqual(['superseded corrected', 'accepted cell-faults']);
    } finally {
      await dataSource.query(`UPDATE publisher SET policy = 'hold' WHERE id = 'sepaf'`);
    }
  });

  it('publishes no personal data of a natural person, nor anything it could be found out by', async () => {
    const person = contract('21', { PROVEEDOR_CONTRATISTA: 'PEGJ800101AB1 Juana Pérez Gómez' });
    await store.ingest(csv([person]));
    const [release] = await store.releasesOf('21');
    expect(JSON.stringify(release)).not.toContain('PEGJ800101AB1');
    expect(await store.ingest(csv([person], '\uFEFF'))).toMatchObject({ rows: { unchanged: 1 } });
  });

  it('refuses a process of another publisher, row by row', async () => {
    await store.ingest(csv([contract('18')]));
    await test.platform.dataSource.query(
      `INSERT INTO publisher (id, name, ocid_prefix) VALUES ('otra', 'Otra', 'ocds-xs1qbl')`,
    );
    const path = await writeInput(csv([contract('18'), contract('19')]), 'otra.csv');
    const publisher = await findPublisher(test.platform.dataSource, 'otra');
    const report = await ingestFile(test.platform, { path, publisher });
    expect(report.rows).toMatchObject({ refused: 1, published: 1 });
  });

  it('says what the file lacks for the profile that was asked for, and no other', async () => {
    const path = await writeInput(csv([contract('20')]), 'con-perfil.csv');
    const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
    await expect(ingestFile(test.platform, { path, publisher, profile: 'comprasmx-2026' })).rejects.toMatchObject({
      code: 'HEADER_UNKNOWN',
      message: expect.stringMatching(
        /^El encabezado no es el de «comprasmx-2026» \(fila 1\): faltan las columnas/,
      ) as string,
      remedy: expect.stringContaining('sin --profile') as string,
    });
  });

  it('refuses a header that it does not know, with the closest profile and what is missing', async () => {
    const before = await store.counts();
    const content = csv([contract('20')])
      .replace('IMPORTE_CONTRATO', 'COSTO')
      .replace('CODIGO_CONTRATO', 'CLAVE');
    await expect(store.ingest(content)).rejects.toMatchObject({
      code: 'HEADER_UNKNOWN',
      message: expect.stringMatching(/«compranet-2010».*«CODIGO_CONTRATO», «IMPORTE_CONTRATO»/),
    });
    await expect(store.ingest(csv([contract('20')]), { profile: 'no-hay' })).rejects.toMatchObject({
      code: 'PROFILE_UNKNOWN',
    });
    expect(await store.counts()).toEqual(before);
  });

  it('leaves nothing behind of a file that turns out to be broken', async () => {
    const before = await store.counts();
    const many = Array.from({ length: 500 }, (_, n) => contract(`30${n}`));
    const path = await writeInput('', 'roto.csv');
    await writeFile(path, `${csv(many)}"sin cerrar`);
    const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
    await expect(ingestFile(test.platform, { path, publisher })).rejects.toMatchObject({ code: 'CSV_BROKEN' });
    expect(await store.counts()).toEqual(before);
  });

  it('leaves nothing behind when the connection dies in the middle, and takes the file in afterwards', async () => {
    const before = await store.counts();
    const content = csv(Array.from({ length: 3_000 }, (_, n) => contract(`50${n}`)));
    const taking = store.ingest(content);
    const ended = taking.then(
      () => 'done',
      () => 'failed',
    );
    await killWhoWrites();
    expect(await ended).toBe('failed');
    expect(await store.counts()).toEqual(before);
    expect(await store.ingest(content)).toMatchObject({ read: 3_000, seenBefore: false });
  });
});

/** Ends the connection that is writing rows, from the server's side. */
async function killWhoWrites(): Promise<void> {
  for (;;) {
    const killed = (await test.platform.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
          AND query LIKE 'INSERT INTO source_row%'`,
    )) as unknown[];
    if (killed.length > 0) return;
  }
}
