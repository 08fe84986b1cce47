import { createServer, type Server } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { buffer } from 'node:stream/consumers';
import { addEvidence, MOST_EVIDENCE_BYTES, readEvidenceFile, readTracker, type TrackingDependencies } from '#tracking';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addCast, addMilestone, type Cast, dependenciesAt, done, PLAN, refusalOf } from './people.js';

let test: TestPlatform;
let tracking: TrackingDependencies;
let cast: Cast;
let folder: string;
let target: string;
let server: Server;
let site: string;
const plan = PLAN;

beforeAll(async () => {
  server = createServer((request, reply) => {
    if (request.url === '/nota') reply.end('La nota de prensa.');
    else if (request.url === '/salta') reply.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    else reply.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  test = await openTestPlatform();
  cast = await addCast(test.platform.dataSource);
  tracking = dependenciesAt(test.platform, { day: '2026-03-02' });
  target = await addMilestone(tracking, cast);
  folder = await mkdtemp(join(tmpdir(), 'c7-evidence-'));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
  await test.close();
});

async function zip(...names: readonly string[]): Promise<Buffer> {
  const file = new ZipFile();
  for (const name of names) file.addBuffer(Buffer.from('x'), name);
  file.end();
  return buffer(file.outputStream as NodeJS.ReadableStream);
}

const about = { kind: 'documento_oficial', title: 'Acta', proves: 'Que se entregó' };

async function add(name: string, content: Buffer | string) {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return addEvidence(tracking, cast.implementer, { plan, target, ...about, file: { path, name } });
}

const link = (url: string, dependencies = tracking) =>
  addEvidence(dependencies, cast.implementer, { plan, target, ...about, url });
const kept = async () => {
  const [row] = (await test.platform.dataSource.query(
    `SELECT (SELECT count(*) FROM tracker_file)::int AS files, (SELECT count(*) FROM tracker_evidence)::int AS evidence,
            (SELECT max(seq) FROM tracker_event WHERE plan_id = $1) AS lines`,
    [plan],
  )) as object[];
  return row;
};

const hidden = Buffer.concat([
  Buffer.from('%PDF-1.7\n1 0 obj <</Type /ObjStm /Filter /FlateDecode>> stream\n'),
  deflateSync('<</S /JavaScript /JS (app.alert(1))>>'),
]);

describe('a file that proves something', () => {
  it('is kept whole, under its hash, and told in the log', async () => {
    const added = await done(add('Acta de entrega.pdf', '%PDF-1.7\nhola'));
    const { plan: now, files, log } = (await readTracker(test.platform.dataSource, plan))!;
    const { sha256 } = files[0]!;
    expect(added).toMatchObject({ sha256 });
    expect(now.evidence).toMatchObject([{ id: added.evidence, target, mime: 'application/pdf', sha256 }]);
    expect(log.at(-1)).toMatchObject({ entity: 'evidence', entityId: added.evidence, field: 'content' });
    const copy = (await readEvidenceFile(test.platform.dataSource, plan, added.evidence))!;
    expect([copy.fileName, copy.content.toString()]).toEqual(['Acta de entrega.pdf', '%PDF-1.7\nhola']);
  });

  it.each([
    ['datos.csv', 'a,b\n1,2\n'],
    ['lista.json', '[1,2]'],
    ['foto.png', '\x89PNG\r\n\x1a\n....'],
  ])('may be %s', async (name, content) => {
    expect(await refusalOf(add(name, Buffer.from(content, 'latin1')))).toBe('ok');
  });

  it('may be a document of Word, and not one with macros', async () => {
    expect(await refusalOf(add('acta.docx', await zip('[Content_Types].xml', 'word/document.xml')))).toBe('ok');
    expect(await refusalOf(add('acta.docx', await zip('word/document.xml', 'word/vbaProject.bin')))).toBe(
      'EVIDENCE_SCRIPT',
    );
    expect(await refusalOf(add('acta.docx', await zip('cualquier/cosa.txt')))).toBe('EVIDENCE_TYPE');
  });

  it.each([
    ['an HTML page', 'nota.txt', '<!doctype html><script>alert(1)</script>', 'EVIDENCE_SCRIPT'],
    ['a page that calls itself a PDF', 'nota.pdf', '<html></html>', 'EVIDENCE_SCRIPT'],
    ['an SVG', 'logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', 'EVIDENCE_SCRIPT'],
    ['a program that calls itself a photo', 'foto.jpg', 'MZ\x90\x00', 'EVIDENCE_SCRIPT'],
    ['a PDF that calls itself a photo', 'foto.jpg', '%PDF-1.7', 'EVIDENCE_LIES'],
    ['a photo without an extension', 'foto', '\xff\xd8\xff\xe0', 'EVIDENCE_LIES'],
    ['a PDF with a script', 'acta.pdf', '%PDF-1.7 <</S /JavaScript>>', 'EVIDENCE_SCRIPT'],
    ['a PDF with a script under another name', 'acta.pdf', '%PDF-1.7 <</S /J#61vaScript>>', 'EVIDENCE_SCRIPT'],
    ['a PDF with a script in a compressed part', 'acta.pdf', hidden, 'EVIDENCE_SCRIPT'],
    ['an archive', 'todo.zip', 'PK\x03\x04', 'EVIDENCE_TYPE'],
    ['nothing', 'acta.pdf', '', 'EVIDENCE_EMPTY'],
    ['too much', 'acta.pdf', Buffer.alloc(MOST_EVIDENCE_BYTES + 1), 'EVIDENCE_SIZE'],
  ])('is refused when it is %s, and nothing of it is kept', async (_, name, content, code) => {
    const before = await kept();
    const told = await add(name, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
    expect(told).toMatchObject({ ok: false, refusal: { code } });
    // In Spanish, whole: no place left open for a word.
    if (!told.ok) for (const { es } of [told.refusal.message, told.refusal.remedy]) expect(es).toMatch(/^[^{}]+\.$/);
    expect(await kept()).toEqual(before);
  });
});

describe('a link that proves something', () => {
  it('is asked, and its copy kept', async () => {
    const open = { ...tracking, settings: { outboundAllow: ['127.0.0.1'] } };
    const { evidence } = await done(link(`${site}/nota`, open));
    const copy = (await readEvidenceFile(test.platform.dataSource, plan, evidence))!;
    expect(copy.content.toString()).toBe('La nota de prensa.');
    expect(await refusalOf(link(`${site}/no-esta`, open))).toBe('LINK_UNREACHABLE');
  });

  it.each([
    ['a private address', 'http://127.0.0.1/nota'],
    ['the metadata of a cloud', 'http://169.254.169.254/latest'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['no address', 'hola'],
    ['somebody’s password', 'https://ana:secreto@example.org/'],
  ])('is refused when it leads to %s', async (_, url) => {
    const before = await kept();
    expect(await refusalOf(link(url))).toBe('LINK_FORBIDDEN');
    expect(await kept()).toEqual(before);
  });

  it('is refused when it leads on to a private address from a public one', async () => {
    const open = { ...tracking, settings: { outboundAllow: ['127.0.0.1'] } };
    const before = await kept();
    const told = await link(`${site}/salta`, open);
    expect(told).toMatchObject({ ok: false, refusal: { code: 'LINK_FORBIDDEN' } });
    expect(await kept()).toEqual(before);
  });

  it('or a file is needed', async () => {
    expect(await refusalOf(addEvidence(tracking, cast.implementer, { plan, target, ...about }))).toBe(
      'EVIDENCE_MISSING',
    );
  });
});

describe('who may add it', () => {
  it('implements, of its milestones; assesses, of the commitment; keeps the secretariat, of the rest', async () => {
    const path = join(folder, 'file');
    await writeFile(path, '%PDF-1.7');
    const told = { plan, ...about, file: { path, name: 'a.pdf' } };
    const by = (who: keyof Cast, of: string) => refusalOf(addEvidence(tracking, cast[who], { ...told, target: of }));
    expect(await by('monitor', target)).toBe('ROLE');
    expect(await by('monitor', 'c7')).toBe('ok');
    expect(await by('stranger', target)).toBe('NOT_IMPLEMENTER');
    expect(await by('secretariat', 's-6o')).toBe('ok');
    expect(await by('implementer', 's-6o')).toBe('ROLE');
    expect(await by('administrator', 'c7')).toBe('ADMIN');
    expect(await by('implementer', 'no-hay')).toBe('UNKNOWN');
    expect(await by('implementer', 'c7-metas')).not.toBe('ok');
  });
});
