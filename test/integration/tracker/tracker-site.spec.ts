import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fromBufferPromise } from 'yauzl';
import { findPublisher, ingestFile } from '#publishing';
import { buildReport, isIntact, type ReportDocument } from '#tracker';
import { importPlans, loadPlans, measureCommitments } from '#tracking';
import { examplePackage, exampleRelease } from '../../example-releases.js';
import { listenTestApp } from '../../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { writeInput } from '../../write-input.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;

beforeAll(async () => {
  test = await openTestPlatform();
  ({ app, origin } = await listenTestApp(test.platform));
  await importPlans(test.platform.dataSource);
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage([exampleRelease(1), exampleRelease(2)]));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const seen = new Map<string, Promise<Reply>>();

function get(url: string): Promise<Reply> {
  const known = seen.get(url);
  if (known) return known;
  const asked = fetch(origin + url, { redirect: 'manual' }).then(async (reply) => ({
    status: reply.status,
    type: reply.headers.get('content-type') ?? '',
    body: await reply.text(),
  }));
  seen.set(url, asked);
  return asked;
}

const linksOf = (body: string) =>
  [...body.matchAll(/<(?:a|link) [^>]*?href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
const idsOf = (body: string) => new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
const isTracker = (href: string) =>
  /^(\/en)?\/(compromisos|cumplimiento|planes|secretariado|sesiones|acuerdos|comites|recursos|eventos|liiga|evidencias|evaluaciones|historial|reprogramaciones|discrepancias|inconsistencias|informe-anual|metas)\b/.test(
    href,
  );

/** Every page of the tracker that one reaches by links, from the list of commitments. */
async function walk(start: string): Promise<ReadonlyMap<string, Reply>> {
  const pages = new Map<string, Reply>();
  const waiting = [start];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (pages.has(url)) continue;
    const reply = await get(url);
    pages.set(url, reply);
    if (!reply.type.startsWith('text/html')) continue;
    const language = url.startsWith('/en') ? '/en' : '';
    for (const href of linksOf(reply.body)) {
      const [path] = href.split('#') as [string];
      if (isTracker(path) && path.startsWith('/en') === (language === '/en')) waiting.push(path);
    }
  }
  return pages;
}

describe.each(['', '/en'])('the tracker at «%s/compromisos»', (language) => {
  let pages: ReadonlyMap<string, Reply>;
  beforeAll(async () => {
    pages = await walk(`${language}/compromisos`);
  });

  it('has every page type, and none that fails', () => {
    expect([...pages].filter(([, { status }]) => status !== 200).map(([url]) => url)).toEqual([]);
    const paths = new Set([...pages.keys()].map((url) => url.replace(/\?.*/, '').slice(language.length)));
    for (const path of [
      '/compromisos/7',
      '/cumplimiento',
      '/secretariado',
      '/liiga/talpa-de-allende',
      '/informe-anual/2017',
      '/planes/jalisco-2019-2021',
      '/inconsistencias',
    ])
      expect([path, paths.has(path)]).toEqual([path, true]);
    expect(pages.size).toBeGreaterThan(40);
  });

  it('gives each page a title of its own, one h1, and its language', () => {
    const pagesOfPlan = [...pages].filter(([url]) => !url.includes('?') && !url.endsWith('.ics'));
    const titles = pagesOfPlan.map(([, { body }]) => /<title>([^<]+)<\/title>/.exec(body)![1]);
    expect(titles.toSorted()).toEqual([...new Set(titles)].toSorted());
    for (const [url, { body }] of pagesOfPlan) {
      expect([url, body.match(/<h1/g)]).toEqual([url, ['<h1']]);
      expect(body).toContain(`<html lang="${language === '' ? 'es-MX' : 'en'}">`);
    }
  });

  it('links only to what there is, and to places that are on the page', async () => {
    const broken: string[] = [];
    for (const [url, { body, type }] of pages) {
      if (!type.startsWith('text/html')) continue;
      for (const href of linksOf(body)) {
        if (/^https?:/.test(href)) continue;
        const [path = '', fragment] = href.split('#');
        const target = path === '' ? url : path;
        const reply = await get(target);
        const there = reply.status === 200 && (fragment === undefined || idsOf(reply.body).has(fragment));
        if (!there) broken.push(`${url} → ${href} (${reply.status})`);
      }
    }
    expect([...new Set(broken)]).toEqual([]);
  });
});

describe('the pages', () => {
  it('say of each commitment that it is declared without evidence, and never measure what they cannot', async () => {
    const { body } = await get('/compromisos');
    expect(body.match(/Declarado en el informe 2017, sin evidencia en esta plataforma/g)).toHaveLength(7);
    expect(body.match(/Esta plataforma no mide este compromiso/g)).toHaveLength(6);
    expect(body.match(/Medido, sin meta fijada/g)).toHaveLength(1);
    expect(body).toContain('De 361 datos que se esperan del plan se reportan 74 (20 %).');
  });

  it('show the past of any day, without the measure of today', async () => {
    const { status, body } = await get('/compromisos/7?asof=2017-06-01');
    expect(status).toBe(200);
    expect(body).toContain('Así estaba el 1 jun 2017.');
    expect(body).not.toContain('Medido, sin meta fijada');
    expect(body).toContain('href="/inconsistencias?asof=2017-06-01#d4"');
    expect(await get('/compromisos?asof=2017-02-30')).toMatchObject({ status: 400 });
    expect(await get('/compromisos?asof=ayer')).toMatchObject({ status: 400 });
  });

  it('that are of no plan, commitment, meta, municipality or year say so', async () => {
    for (const path of [
      '/compromisos?plan=otro',
      '/compromisos/8',
      '/compromisos/07',
      '/metas/c9',
      '/liiga/ocotlan2',
      '/informe-anual/1999',
      '/planes/otro',
      '/descargas/seguimiento/otra.csv',
      '/descargas/seguimiento/constructor.csv',
      '/feeds/compromisos.rss',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  it('tell the seventeen inconsistencies, the nine seats and the three amounts of the money', async () => {
    expect((await get('/inconsistencias')).body.match(/<h2 class="row-title">D\d+/g)).toHaveLength(17);
    const body = (await get('/secretariado')).body;
    expect(body).toContain('9 asientos, 3 vacantes');
    expect((await get('/recursos')).body).toMatch(
      /Convenido[^]*\$1,000,000\.00 MXN[^]*Transferido[^]*No reportado[^]*Ejercido[^]*No reportado/,
    );
  });
});

describe('the files', () => {
  it('of every kind are tables in CSV and XLSX', async () => {
    for (const name of ['compromisos', 'metas', 'eventos', 'inconsistencias', 'asientos', 'sesiones', 'ogp']) {
      const csv = await get(`/descargas/seguimiento/${name}.csv`);
      expect([name, csv.status, csv.type]).toEqual([name, 200, 'text/csv; charset=utf-8']);
      expect(csv.body.split('\r\n').length).toBeGreaterThan(3);
      expect((await get(`/descargas/seguimiento/${name}.xlsx`)).type).toContain('spreadsheetml');
    }
    const commitments = (await get('/descargas/seguimiento/compromisos.csv')).body;
    expect(commitments).toContain('[Se perdió con las imágenes del original]');
    expect(commitments).toContain('L185-195');
  });

  it('of the OGP leave to the OGP what only it can say', async () => {
    const lines = (await get('/descargas/seguimiento/ogp.csv')).body.split('\r\n');
    expect(lines[0]).toContain('Commitment Unique Identifier,Country/Locality,Region');
    expect(lines[1]).toMatch(/^JAL0001,"Jalisco, Mexico",Americas,.*Pending IRM Review,?$/);
  });

  it('of a plan are whole, and of its log one line a change', async () => {
    const bundle = JSON.parse((await get('/descargas/seguimiento/plan.json')).body) as {
      plan: object;
      log: object[];
      version: string;
    };
    const [seed] = await loadPlans();
    expect(bundle.plan).toEqual(JSON.parse(JSON.stringify(seed)));
    const lines = (await get('/descargas/seguimiento/registro.ndjson')).body.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(bundle.log);
  });

  it('of every kind are described, column by column, for the programs that load them', async () => {
    const described = JSON.parse((await get('/descargas/seguimiento/datapackage.json')).body) as {
      name: string;
      resources: { path: string; schema: { fields: { name: string }[] } }[];
    };
    expect(described.name).toBe('jalisco-2016-2018');
    expect(described.resources.length).toBeGreaterThan(15);
    for (const { path, schema } of described.resources) {
      const { status, body } = await get(path.replace('https://compras.example', ''));
      expect([path, status]).toEqual([path, 200]);
      expect(body.replace(/^\uFEFF/, '').split('\r\n')[0]).toBe(schema.fields.map(({ name }) => name).join(','));
    }
  });

  it('of the evidence have an index, even without any', async () => {
    const reply = await fetch(`${origin}/descargas/seguimiento/evidencias.zip`);
    const zip = await fromBufferPromise(Buffer.from(await reply.arrayBuffer()), { lazyEntries: true });
    expect(zip.entryCount).toBe(1);
  });

  it('of the annual report are what the page shows, measured by the same figures', async () => {
    const report = JSON.parse((await get('/descargas/seguimiento/informe-anual-2017.json')).body) as ReportDocument;
    expect(isIntact(report)).toBe(true);
    const [plan] = await loadPlans();
    const { byCommitment } = await measureCommitments(test.platform.dataSource, plan!);
    expect(report).toEqual(JSON.parse(JSON.stringify(buildReport(plan!, { year: 2017, measurements: byCommitment }))));
    for (const url of ['/informe-anual/2017', '/en/informe-anual/2017'])
      expect((await get(url)).body).toContain(report.hash);
    expect(JSON.stringify(report)).toContain('2 procesos');
    for (const format of ['html', 'md', 'docx', 'pdf'])
      expect(await get(`/descargas/seguimiento/informe-anual-2017.${format}`)).toMatchObject({ status: 200 });
  });

  it('of a commitment are its form, filled in where anything is known', async () => {
    const { body } = await get('/descargas/seguimiento/fin-de-compromiso-7.md');
    expect(body).toContain('Plataforma para publicación de contrataciones del gobierno de Jalisco');
    expect(body).toContain('Por llenar: lo dice quien evalúa');
    expect(body).toContain('Medición: Procesos publicados');
    expect((await get('/descargas/seguimiento/fin-de-compromiso-7.docx')).type).toContain('wordprocessingml');
  });
});

describe('the feeds', () => {
  it('tell what changed, and when there are events', async () => {
    const atom = await get('/feeds/compromisos.atom');
    expect(atom.type).toBe('application/atom+xml; charset=utf-8');
    expect(atom.body).toContain('<id>urn:sha256:');
    const calendar = (await get('/eventos.ics')).body.replaceAll('\r\n ', '');
    expect(calendar).toContain('SUMMARY:Sexta sesión ordinaria');
    expect(calendar).toMatch(/DTSTART;VALUE=DATE:20180218\r\nDTEND;VALUE=DATE:20180219/);
    expect(calendar).toMatch(
      /SUMMARY:Presentación oficial del PAL\r\nDESCRIPTION:La fuente no dice el día: abr 2017\.\r\nLOCATION:Universidad Panamericana\r\nSTATUS:TENTATIVE/,
    );
  });
});
