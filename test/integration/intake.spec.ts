import { verifyStore } from '#publishing';
import { contract, csv } from '../contract-file.js';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { type IntakeClient } from '../intake-client.js';
import { openIntake, type TestIntake } from '../open-intake.js';
import { ocidOf, tableStore } from '../table-store.js';

let intake: TestIntake;
let client: IntakeClient;

beforeAll(async () => {
  intake = await openIntake();
  ({ client } = intake);
});
afterAll(() => intake.close());

async function counts(): Promise<Record<string, number>> {
  const [row] = (await tableStore(intake.test).counts()) as [Record<string, number>];
  return row;
}

/** Sends a file to be looked at only, and waits until it was. */
async function preview(content: string, query = '') {
  const { body } = await client.send(content, `preview=true&fileName=contratos.csv&${query}`);
  return client.settled(body.id);
}

async function confirmed(id: string) {
  await client.ask('POST', `/api/v1/batches/${id}/confirm`);
  return client.settled(id);
}

describe('an upload with preview', () => {
  it('tells what it would come to, and stores nothing until it is confirmed', async () => {
    const before = await counts();
    const rows = [contract('1'), contract('2', { NUMERO_PROCEDIMIENTO: '', NUMERO_EXPEDIENTE: '' })];
    const ready = await preview(csv(rows));
    expect(ready).toMatchObject({
      state: 'ready',
      fileName: 'contratos.csv',
      batch: null,
      result: {
        profile: 'compranet-2010',
        format: 'csv',
        sheets: [{ name: '', rows: 2 }],
        rows: { published: 1, refused: 1 },
        processes: { new: 1, changed: 0, held: 0, unchanged: 0 },
        findings: { error: 1, isCut: false },
      },
    });
    expect(await counts()).toEqual({ ...before, source_file: before['source_file']! + 1 });
    expect(await client.findings(ready.id)).toMatchObject([{ n: 1, row: 3, severity: 'error', cell: null }]);
    const { body } = await client.ask<{ rows: unknown[] }>('GET', `/api/v1/batches/${ready.id}/rows`);
    expect(body.rows).toMatchObject([
      { row: 2, outcome: 'published', ocid: ocidOf('1'), releaseId: null },
      { row: 3, outcome: 'refused', ocid: null },
    ]);

    const done = await confirmed(ready.id);
    expect(done).toMatchObject({ state: 'done', result: { processes: { new: 1 } } });
    expect(await tableStore(intake.test).releasesOf('1')).toHaveLength(1);
    const after = await client.ask<{ rows: { releaseId: string }[] }>('GET', `/api/v1/batches/${ready.id}/rows`);
    expect(after.body.rows[0]!.releaseId).toContain(ocidOf('1'));
    await intake.test.publish([ocidOf('1')]);
    expect((await verifyStore(intake.test.platform.dataSource)).filter((check) => !check.ok)).toEqual([]);
  });

  it('shows what would change in what is published', async () => {
    await preview(csv([contract('5'), contract('6')])).then(({ id }) => confirmed(id));
    const ready = await preview(csv([contract('5', { IMPORTE_CONTRATO: '1800' }), contract('6'), contract('7')]));
    expect(ready.result).toMatchObject({
      processes: { new: 1, changed: 1, unchanged: 1, held: 0 },
      changes: [
        {
          ocid: ocidOf('5'),
          isCut: false,
          differences: expect.arrayContaining([
            expect.objectContaining({ pointer: expect.stringContaining('netAmount'), before: 1500.5, after: 1800 }),
          ]),
        },
      ],
    });
    expect(await tableStore(intake.test).releasesOf('5')).toHaveLength(1);
  });

  it('can be cancelled, and read again after all', async () => {
    const { id } = await preview(csv([contract('8')]));
    expect((await client.ask('DELETE', `/api/v1/batches/${id}`)).body.state).toBe('cancelled');
    expect((await client.ask('POST', `/api/v1/batches/${id}/confirm`)).status).toBe(409);
    expect((await client.ask('POST', `/api/v1/batches/${id}/retry`)).status).toBe(202);
    expect((await client.settled(id)).state).toBe('ready');
  });

  it('is done once, however often it is confirmed', async () => {
    const { id } = await preview(csv([contract('9')]));
    const answers = await Promise.all([1, 2, 3].map(() => client.ask('POST', `/api/v1/batches/${id}/confirm`)));
    expect(answers.map(({ status }) => status).filter((status) => status !== 202 && status !== 409)).toEqual([]);
    expect((await client.settled(id)).state).toBe('done');
    expect(await tableStore(intake.test).releasesOf('9')).toHaveLength(1);
    expect((await client.ask('POST', `/api/v1/batches/${id}/confirm`)).body.state).toBe('done');
    expect((await client.ask('DELETE', `/api/v1/batches/${id}`)).status).toBe(409);
  });
});

describe('an upload that corrects another', () => {
  it('says which faults are gone, which are still there and which are new', async () => {
    const wrong = [
      contract('20', { FECHA_CELEBRACION: '31/02/2026' }),
      contract('21', { IMPORTE_CONTRATO: 'mil quinientos' }),
      contract('22'),
    ];
    const first = await preview(csv(wrong));
    expect(first.result!.firstFindings).toHaveLength(2);
    // A row more on top: faults are known by their process, not by where they stand.
    const better = [
      contract('19'),
      contract('20'),
      contract('21', { IMPORTE_CONTRATO: 'dos mil' }),
      contract('22', { FECHA_CELEBRACION: 'ayer' }),
    ];
    const second = await preview(csv(better), `replaces=${first.id}`);
    expect(second.result!.comparison).toEqual({ fixed: 1, still: 1, new: 1 });
    const about = async (change: string) =>
      (await client.findings(second.id, `change=${change}`)).map(({ ocid, header }) => [ocid, header]);
    expect(await about('fixed')).toEqual([[ocidOf('20'), 'FECHA_CELEBRACION']]);
    expect(await about('still')).toEqual([[ocidOf('21'), 'IMPORTE_CONTRATO']]);
    expect(await about('new')).toEqual([[ocidOf('22'), 'FECHA_CELEBRACION']]);
  });

  it('must name one of the same publisher', async () => {
    const other = await intake.clientOf('salud');
    const { body } = await other.send(csv([contract('23')]), 'preview=true');
    const refused = await client.send(csv([contract('23')]), `replaces=${body.id}`);
    expect(refused).toMatchObject({ status: 422, body: { code: 'REPLACES_UNKNOWN' } });
  });
});

describe('an upload without preview', () => {
  it('is taken in at once', async () => {
    const { status, body, headers } = await client.send(csv([contract('30')]));
    expect({ status, state: body.state }).toEqual({ status: 202, state: 'received' });
    expect(headers.get('location')).toBe(`https://compras.example/api/v1/batches/${body.id}`);
    expect(await client.settled(body.id)).toMatchObject({ state: 'done', result: { processes: { new: 1 } } });
  });

  it('takes OCDS in JSON, whatever it is called', async () => {
    const content = JSON.stringify(examplePackage([exampleRelease(31), { ...exampleRelease(32), date: 'ayer' }]));
    const { body } = await client.send(content, 'fileName=publicaciones.xlsx', { 'content-type': 'application/json' });
    const done = await client.settled(body.id);
    expect(done).toMatchObject({
      state: 'done',
      result: { format: expect.stringContaining('release'), profile: 'ocds', releases: { accepted: 1, held: 1 } },
    });
    const found = await client.findings(body.id);
    expect(found[0]).toMatchObject({ ocid: 'ocds-xs1qbl-prueba-32', pointer: '/releases/1/date', severity: 'error' });
    expect((await client.ask('GET', `/api/v1/batches/${body.id}/annotated`)).status).toBe(409);
  });

  it('says of a file that came before that nothing changes', async () => {
    const content = csv([contract('33')]);
    const first = await client.send(content).then(({ body }) => client.settled(body.id));
    const again = await client.send(content).then(({ body }) => client.settled(body.id));
    expect(again).toMatchObject({ state: 'done', batch: first.batch, result: { seenBefore: true } });
  });

  it('takes a form with its fields', async () => {
    const form = new FormData();
    form.set('preview', 'true');
    form.set('buyerName', 'Hospital Inventado');
    form.set('profile', '');
    form.set('file', new Blob([csv([contract('34')])]), '..\\..\\compras 2026.csv');
    const { status, body } = await client.ask('POST', '/api/v1/batches', { body: form });
    expect(status).toBe(202);
    expect(await client.settled(body.id)).toMatchObject({
      state: 'ready',
      fileName: 'compras 2026.csv',
      buyer: { name: 'Hospital Inventado' },
    });
  });
});

describe('the annotated workbook', () => {
  it('comes back with a note on the cell to mend, as an attachment that is not guessed at', async () => {
    const { id } = await preview(csv([contract('40', { IMPORTE_CONTRATO: 'mil' })]));
    const reply = await fetch(`${intake.origin}/api/v1/batches/${id}/annotated`, {
      headers: { authorization: `Bearer ${intake.key}` },
    });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename="contratos-observaciones.xlsx"');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(
      Buffer.from(await reply.arrayBuffer())
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('PK\x03\x04');
  });
});

describe('an idempotency key', () => {
  const headers = { 'idempotency-key': 'trimestre-2026-1' };

  it('gives the same answer to the same request, and stores one upload', async () => {
    const content = csv([contract('50')]);
    const first = await client.send(content, '', headers);
    await client.settled(first.body.id);
    const again = await client.send(content, '', headers);
    expect(again.body).toEqual(first.body);
    expect(again.status).toBe(first.status);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('holds for requests at the same time', async () => {
    const at = { 'idempotency-key': 'a-la-vez' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => client.send(csv([contract('51')]), '', at)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it.each([
    ['another file', csv([contract('52')]), ''],
    ['other parameters', csv([contract('50')]), 'preview=true'],
  ])('is refused with %s', async (_, content, query) => {
    expect(await client.send(content, query, headers)).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_CONFLICT', remedy: { es: expect.any(String) } },
    });
  });

  it('is one of the key that sent it', async () => {
    const other = await intake.clientOf('salud');
    expect((await other.send(csv([contract('53')]), 'preview=true', headers)).status).toBe(202);
  });
});

describe('uploads of another organisation', () => {
  it('are not there: in the list, by id, nor for any change', async () => {
    const { id } = await preview(csv([contract('60')]));
    const other = await intake.clientOf('salud');
    const { body } = await other.ask<{ batches: { id: string; publisher: string }[] }>(
      'GET',
      '/api/v1/batches?limit=500',
    );
    expect(body.batches.filter(({ publisher }) => publisher !== 'salud')).toEqual([]);
    const asked = [
      ['GET', ''],
      ['GET', '/findings'],
      ['GET', '/rows'],
      ['GET', '/annotated'],
      ['POST', '/confirm'],
      ['POST', '/retry'],
      ['DELETE', ''],
    ] as const;
    for (const [method, path] of asked)
      expect((await other.ask(method, `/api/v1/batches/${id}${path}`)).status).toBe(404);
    expect((await client.settled(id)).state).toBe('ready');
  });

  it('cannot be made either', async () => {
    const other = await intake.clientOf('salud');
    expect((await other.send(csv([contract('61')]), 'publisher=sepaf')).status).toBe(422);
  });
});

describe('the list of uploads', () => {
  it('gives each once, the newest first, along links.next', async () => {
    const found: string[] = [];
    for (let path: string | undefined = '/api/v1/batches?limit=3'; path;) {
      const { body }: { body: { batches: { id: string }[]; links: { next?: string } } } = await client.ask('GET', path);
      found.push(...body.batches.map(({ id }) => id));
      path = body.links.next?.replace('https://compras.example', '');
    }
    const rows = (await intake.test.platform.dataSource.query(
      `SELECT id FROM upload WHERE publisher_id = 'sepaf' ORDER BY created_at DESC, id DESC`,
    )) as { id: string }[];
    expect(found).toEqual(rows.map(({ id }) => id));
    expect(intake.errors).toEqual([]);
  });
});
