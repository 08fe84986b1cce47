import { expandText, findPublisher, IngestError, ingestFile, verifyStore } from '#publishing';
import { UnreadableInputError } from '#ocds';
import { exampleRelease, examplePackage } from '../example-releases.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;

beforeAll(async () => {
  test = await openTestPlatform();
});
afterAll(() => test.close());

async function ingest(content: unknown, publisherId = 'sepaf', profile = 'ocds') {
  const path = await writeInput(content);
  const publisher = await findPublisher(test.platform.dataSource, publisherId);
  return ingestFile(test.platform, { path, publisher, profile });
}

async function states(ocid: string) {
  const rows = (await test.platform.dataSource.query(
    'SELECT id, state, origin FROM release WHERE ocid = $1 ORDER BY id',
    [ocid],
  )) as { id: string; state: string; origin: string }[];
  return rows.map((row) => `${row.id} ${row.origin} ${row.state}`);
}

async function faults() {
  return (await verifyStore(test.platform.dataSource)).filter((check) => !check.ok);
}

async function rowCounts() {
  const tables = [
    'release',
    'verdict',
    'record',
    'batch',
    'source_file',
    'source_file_chunk',
    'refused_release',
    'change',
  ];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
  return (await test.platform.dataSource.query(`SELECT ${counts.join(', ')}`)) as unknown;
}

describe('taking in a file', () => {
  it('publishes its releases as records, once', async () => {
    const report = await ingest(examplePackage([exampleRelease(1), exampleRelease(2)]));
    expect(report).toMatchObject({ accepted: 2, held: 0, refused: 0, unchanged: 0, seenBefore: false });
    await test.publish(report.ocids);
    expect(await states('ocds-xs1qbl-prueba-1')).toEqual(['prueba-1-1 release published']);
    expect(await faults()).toEqual([]);
  });

  it('changes nothing when the same file comes again', async () => {
    const content = examplePackage([exampleRelease(3)]);
    await test.publish((await ingest(content)).ocids);
    const before = await rowCounts();
    expect(await ingest(content)).toMatchObject({ seenBefore: true, accepted: 0, unchanged: 1 });
    expect(await rowCounts()).toEqual(before);
  });

  it('knows a release again in another file, whatever the order of its members', async () => {
    await ingest(examplePackage([exampleRelease(4)]));
    const reordered = Object.fromEntries(Object.entries(exampleRelease(4)).toReversed());
    expect(await ingest(examplePackage([reordered, exampleRelease(5)]))).toMatchObject({ accepted: 1, unchanged: 1 });
  });

  it('refuses other content under a known identity, and keeps it aside', async () => {
    await ingest(examplePackage([exampleRelease(6)]));
    const report = await ingest(examplePackage([exampleRelease(6, { language: 'es' }), exampleRelease(7)]));
    expect(report).toMatchObject({ accepted: 1, refused: 1 });
    expect(report.refusals[0]).toMatchObject({ pointer: '/releases/0', reason: 'different-content' });
    expect(report.refusals[0]!.message).toContain('con otro contenido');
    const aside = (await test.platform.dataSource.query(
      'SELECT ocid, reason FROM refused_release WHERE batch_id = $1',
      [report.batchId],
    )) as unknown;
    expect(aside).toEqual([{ ocid: 'ocds-xs1qbl-prueba-6', reason: 'different-content' }]);
  });

  it('refuses the second of two different releases with one identity in one file', async () => {
    const report = await ingest(
      examplePackage([exampleRelease(8), exampleRelease(8, { language: 'es' }), exampleRelease(8)]),
    );
    expect(report).toMatchObject({ accepted: 1, refused: 1, unchanged: 1 });
  });

  it('holds an invalid release, with its verdict, and publishes the others', async () => {
    const report = await ingest(examplePackage([exampleRelease(9, { tag: ['no-existe'] }), exampleRelease(10)]));
    expect(report).toMatchObject({ accepted: 1, held: 1 });
    expect(report.errors).toMatchObject([
      { rule: 'code-not-in-closed-list', count: 1, examples: [{ source: '/releases/0', pointer: '/tag/0' }] },
    ]);
    await test.publish(report.ocids);
    expect(await states('ocds-xs1qbl-prueba-9')).toEqual(['prueba-9-1 release held']);
    const [verdict] = (await test.platform.dataSource.query(
      `SELECT valid, error_count, findings->0->>'rule' AS rule FROM verdict WHERE ocid = 'ocds-xs1qbl-prueba-9'`,
    )) as unknown[];
    expect(verdict).toEqual({ valid: false, error_count: 1, rule: 'code-not-in-closed-list' });
  });

  it('publishes invalid releases, marked, for a publisher whose policy says so', async () => {
    await test.platform.dataSource.query(
      `INSERT INTO publisher (id, name, ocid_prefix, policy) VALUES ('abierta', 'Abierta', 'ocds-abc123', 'publish-marked')`,
    );
    const release = exampleRelease(1, { ocid: 'ocds-abc123-1', tag: ['no-existe'] });
    const report = await ingest(examplePackage([release]), 'abierta');
    expect(report).toMatchObject({ accepted: 1, held: 0 });
  });

  it('holds a release whose ocid has another prefix than its publisher', async () => {
    expect(await ingest(examplePackage([exampleRelease(11, { ocid: 'ocds-zzzzzz-11' })]))).toMatchObject({ held: 1 });
  });

  describe('that are under the prefix of another publisher', () => {
    const other = { id: 'cce', prefix: 'ocds-k50g02' };
    const theirs = (number: number) => ({ ...exampleRelease(number), ocid: `${other.prefix}-${number}` });
    const register = () =>
      test.platform.dataSource.query(
        `INSERT INTO publisher (id, name, ocid_prefix) VALUES ($1, 'Otro', $2) ON CONFLICT DO NOTHING`,
        [other.id, other.prefix],
      );

    it('are held while nobody has that prefix, and become those of whoever gets it', async () => {
      const content = examplePackage([theirs(801), theirs(802)]);
      expect(await ingest(content)).toMatchObject({ accepted: 0, held: 2, refused: 0 });
      await register();
      const report = await ingest(content, other.id);
      expect(report).toMatchObject({ accepted: 2, held: 0, refused: 0, unchanged: 0 });
      await test.publish(report.ocids);
      expect(await states(`${other.prefix}-801`)).toEqual(['prueba-801-1 release published']);
      const aside = await test.platform.dataSource.query(
        `SELECT publisher_id, ocid, reason FROM refused_release WHERE ocid LIKE $1 ORDER BY ocid`,
        [`${other.prefix}-80%`],
      );
      expect(aside).toEqual(
        [801, 802].map((n) => ({ publisher_id: 'sepaf', ocid: `${other.prefix}-${n}`, reason: 'other-publisher' })),
      );
      expect(await faults()).toEqual([]);
    });

    it('are refused where somebody has it, and take nothing from them', async () => {
      await register();
      const content = examplePackage([theirs(811), exampleRelease(812)]);
      const report = await ingest(content);
      expect(report).toMatchObject({ accepted: 1, refused: 1 });
      expect(report.refusals).toMatchObject([{ pointer: '/releases/0', reason: 'other-publisher' }]);
      expect(report.refusals[0]!.message).toContain('lo publica «cce»');
      expect(await ingest(examplePackage([theirs(811)]), other.id)).toMatchObject({ accepted: 1, refused: 0 });
    });
  });

  it('refuses a process that another publisher has', async () => {
    await ingest(examplePackage([exampleRelease(12)]));
    const report = await ingest(examplePackage([exampleRelease(12, { id: 'otra' })]), 'demo');
    expect(report.refusals).toMatchObject([{ reason: 'other-publisher' }]);
  });

  it('keeps aside what has no identity', async () => {
    const report = await ingest(
      examplePackage([
        { ...exampleRelease(13), id: 13 },
        { ...exampleRelease(14), ocid: '' },
      ]),
    );
    expect(report).toMatchObject({ accepted: 0, refused: 2 });
    expect(report.refusals.map((refusal) => refusal.message)).toEqual([
      '«id» debe ser texto y es 13.',
      'La publicación no tiene «ocid».',
    ]);
  });

  it('publishes no personal data of natural persons, in any document, and still knows the release again', async () => {
    const person = {
      id: 'XXXX000230AB1',
      name: 'Persona Inventada',
      identifier: { scheme: 'MX-RFC', id: 'XXXX000230AB1' },
      contactPoint: { email: 'persona@ejemplo.example' },
      roles: ['supplier'],
    };
    const release = exampleRelease(16, { parties: [person] });
    const report = await ingest(examplePackage([release]));
    await test.publish(report.ocids);
    const [row] = (await test.platform.dataSource.query(
      `SELECT document, compiled, versioned FROM release JOIN record USING (ocid) WHERE ocid = $1`,
      [release.ocid],
    )) as { document: Buffer; compiled: Buffer; versioned: Buffer }[];
    for (const document of Object.values(row!)) {
      const text = await expandText(document);
      expect(text).not.toMatch(/XXXX000230AB1|persona@/);
      expect(text).toMatch(/PF-[0-9a-f]{16}/);
    }
    expect(await ingest([examplePackage([release])])).toMatchObject({ unchanged: 1, refused: 0 });
  });

  it('survives text that PostgreSQL cannot hold', async () => {
    const release = exampleRelease(15, {
      tender: { id: '1', title: 'nulo \u0000 y mitad \ud800 de par', status: 'active' },
    });
    const report = await ingest(examplePackage([release]));
    await test.publish(report.ocids);
    expect(await states('ocds-xs1qbl-prueba-15')).toEqual(['prueba-15-1 release published']);
  });
});

describe('a record that brings only a compiledRelease', () => {
  const compiled = (number: number) => exampleRelease(number, { id: `prueba-${number}-compiled`, tag: ['compiled'] });
  const record = (number: number) => ({
    ...examplePackage([]),
    releases: undefined,
    records: [
      {
        ocid: compiled(number).ocid,
        releases: [{ url: 'https://compras.example/1', date: '2026-03-01T10:00:00-06:00', tag: ['tender'] }],
        compiledRelease: compiled(number),
      },
    ],
  });

  it('is taken as one release, marked as such, with tags of its content', async () => {
    const report = await ingest(record(20));
    await test.publish(report.ocids);
    expect(await states('ocds-xs1qbl-prueba-20')).toEqual(['prueba-20-compiled compiled published']);
    const [row] = (await test.platform.dataSource.query(
      `SELECT tags FROM release WHERE ocid = 'ocds-xs1qbl-prueba-20'`,
    )) as unknown[];
    expect(row).toEqual({ tags: ['tender'] });
  });

  it.each([
    ['before', true],
    ['after', false],
  ])('never stands beside releases of the process, when it comes %s them', async (_, first) => {
    const number = first ? 21 : 22;
    const inputs = [record(number), examplePackage([exampleRelease(number)])];
    for (const input of first ? inputs : inputs.toReversed()) await test.publish((await ingest(input)).ocids);
    expect(await states(`ocds-xs1qbl-prueba-${number}`)).toEqual([
      `prueba-${number}-1 release published`,
      `prueba-${number}-compiled compiled superseded`,
    ]);
    expect(await faults()).toEqual([]);
  });
});

describe('bad input', () => {
  it.each([
    ['an empty file', ''],
    [
      'a truncated file',
      JSON.stringify(examplePackage([exampleRelease(30), exampleRelease(31)])).slice(0, -40),
      UnreadableInputError,
    ],
    ['not JSON', 'ocid,id\n1,2\n'],
    ['not OCDS', '{"hola": "mundo"}'],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le')],
  ] as [string, string | Buffer][])('stores nothing of %s, and says why', async (_, content) => {
    const before = await rowCounts();
    await expect(ingest(content)).rejects.toThrow(UnreadableInputError);
    expect(await rowCounts()).toEqual(before);
  });

  it('brings releases in order by the profile of their source, and counts what it changed', async () => {
    const leaked = exampleRelease(60, { tender: { id: '60', title: 'Escobas', _id: '5a6b7c' } });
    const report = await ingest({ arrayReleasePackage: [examplePackage([leaked])] }, 'sepaf', 'inai-edca');
    expect(report).toMatchObject({ profile: 'inai-edca', profileVersion: 1, accepted: 1 });
    const [row] = (await test.platform.dataSource.query(
      `SELECT document, metadata->'rewritten' AS rewritten FROM release r JOIN batch b ON b.id = r.batch_id
        WHERE r.batch_id = $1`,
      [report.batchId],
    )) as { document: Buffer; rewritten: unknown }[];
    expect(row!.rewritten).toMatchObject({ 'drop-member': 1 });
    expect(JSON.parse(await expandText(row!.document))).toMatchObject({ tender: { id: '60', title: 'Escobas' } });
    expect(await expandText(row!.document)).not.toContain('_id');
  });

  it('knows no other profiles of OCDS files', async () => {
    await expect(ingest({}, 'sepaf', 'no-hay')).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' });
    await expect(ingest({}, 'sepaf', 'compranet-2010')).rejects.toThrow(/JSON/);
  });

  it('lists the publishers when the one that is named is unknown', async () => {
    await expect(ingest({}, 'nadie')).rejects.toThrow(IngestError);
    await expect(ingest({}, 'nadie')).rejects.toThrow(/sepaf \(ocds-xs1qbl\)/);
  });
});
