import { text, buffer } from 'node:stream/consumers';
import { writeReportDocx, writeReportPdf } from '#documents';
import { csvOfRows, type RowList, workbookOfRows } from '#tables';
import { buildReport, type ReportDocument, reportHtml, reportMarkdown } from '#tracker';
import { fromBufferPromise } from 'yauzl';
import { tagsOf } from '../examples/tags-of.js';
import { writeAtom } from '../feeds/write-atom.js';
import { writeJsonFeed } from '../feeds/write-json-feed.js';
import { TRACKER_PAGES } from './examples/all-tracker-pages.js';
import { hostileView } from './examples/hostile-plan.js';
import { inventedTracker, seededTracker } from './examples/invented-tracker.js';
import { commitmentForm } from './files/commitment-form.js';
import { ogpRows } from './files/ogp-rows.js';
import { logLines, planBundle } from './files/plan-bundle.js';
import { RECORD_FILES, type RecordFileName, recordRows } from './files/record-rows.js';
import { trackerCalendar } from './files/tracker-calendar.js';
import { trackerFeed } from './files/tracker-feed.js';
import type { MeasuredPageView } from './tracker-page-view.js';

const ORIGIN = 'https://sitio.example';
const CLEAN = inventedTracker();
const HOSTILE = hostileView(CLEAN);
const PAGES = Object.entries(TRACKER_PAGES);

describe('hostile text in every field of a plan', () => {
  it.each(
    (['es', 'en'] as const).flatMap((language) =>
      PAGES.flatMap(([name, write]) => [
        { name: `seeded: ${name} (${language})`, write, view: seededTracker(language) },
        { name: `invented: ${name} (${language})`, write, view: inventedTracker(language) },
      ]),
    ),
  )('stays text on the page $name', ({ write, view }) => {
    const [clean, hostile] = [write(view), write(hostileView(view))];
    expect(hostile === undefined).toBe(clean === undefined);
    if (hostile !== undefined && clean !== undefined) expectInert(hostile, clean);
  });

  it('leaves Atom well-formed and JSON whole, an entry a line of the log', () => {
    const head = { origin: ORIGIN, selfPath: '/feeds/compromisos.atom', author: 'Sitio', now: '2026-03-10T00:00:00Z' };
    const feed = trackerFeed(HOSTILE, head);
    expect(elementsOf(writeAtom(feed)).filter((name) => name === 'entry')).toHaveLength(CLEAN.tracker.log.length);
    expect(JSON.parse(writeJsonFeed(feed))).toMatchObject({ items: { length: CLEAN.tracker.log.length } });
  });

  it('begins no line of the calendar', () => {
    const propertiesOf = (view: MeasuredPageView) =>
      trackerCalendar(view, { origin: ORIGIN, author: 'Sitio', now: new Date(0) })
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .map((line) => /^[A-Z-]*/.exec(line)![0]);
    expect(propertiesOf(HOSTILE)).toEqual(propertiesOf(CLEAN));
  });

  it('leaves the plan and its log as they are told in JSON', () => {
    expect(JSON.parse(planBundle(HOSTILE))).toMatchObject({ plan: HOSTILE.tracker.plan });
    const lines = logLines(HOSTILE).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(HOSTILE.tracker.log);
  });
});

describe('hostile text in a table', () => {
  const tables: readonly (readonly [string, () => RowList])[] = [
    ...(Object.keys(RECORD_FILES) as RecordFileName[]).map((name) => [name, () => recordRows(HOSTILE, name)] as const),
    ['ogp', () => ogpRows(HOSTILE, ORIGIN)],
  ];

  it.each(tables)('is no formula in CSV: %s', async (_, rows) => {
    const cells = cellsOf(await text(csvOfRows(rows())));
    expect(cells.filter((cell) => /^\s*[=+@-]/.test(cell))).toEqual([]);
  });

  it.each(tables)('is no formula in a workbook: %s', async (name, rows) => {
    const parts = await partsOf(await buffer(workbookOfRows(name, rows())));
    const elements = parts.flatMap(elementsOf);
    expect(elements).toContain('c');
    expect(elements).not.toContain('f');
  });
});

describe.each([
  ['the annual report', (view: MeasuredPageView) => buildReport(view.tracker.plan, { year: 2017 })],
  ['the report of another year', (view: MeasuredPageView) => buildReport(view.tracker.plan, { year: 2018 })],
  ['the form of a commitment', (view: MeasuredPageView) => commitmentForm(view, view.tracker.plan.commitments.at(-1)!)],
])('hostile text in %s', (_, make) => {
  const clean = make(CLEAN);
  const hostile = make(HOSTILE);

  it('stays text in HTML', () => {
    expectInert(reportHtml(hostile), reportHtml(clean));
  });

  it('begins no line, title or cell of Markdown', () => {
    expect(outlineOf(hostile)).toEqual(outlineOf(clean));
    expect(reportMarkdown(hostile)).not.toMatch(/(?<!\\)</);
  });

  it('leaves Word well-formed, and PDF is written', async () => {
    const [one, other] = await Promise.all([clean, hostile].map(async (each) => partsOf(await writeReportDocx(each))));
    expect(other!.flatMap(elementsOf).filter(isRow)).toEqual(one!.flatMap(elementsOf).filter(isRow));
    expect((await writeReportPdf(hostile)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

const isRow = (name: string) => name === 'w:tr' || name === 'w:tc';

/** What each line of Markdown is, by how it begins, with its count of cells. */
function outlineOf(report: ReportDocument): readonly string[] {
  return reportMarkdown(report)
    .split(/\r\n|[\r\n]/)
    .map((line) => `${/^\s*(#+ |\||- |> )?/.exec(line)![0]}${line.split(/(?<!\\)(?:\\\\)*\|/).length}`);
}

function expectInert(hostile: string, clean: string): void {
  const tags = tagsOf(hostile);
  const allowed = new Set(tagsOf(clean).map(({ name }) => name));
  const attributes = tags.flatMap((tag) => Object.keys(tag.attributes));
  expect(tags.filter(({ name }) => !allowed.has(name))).toEqual([]);
  expect(attributes.filter((name) => /^on|^style$/.test(name))).toEqual([]);
  expect(tags.filter((tag) => /^\s*(javascript|data):/i.test(tag.attributes['href'] ?? ''))).toEqual([]);
  for (const name of ['script', 'style', 'title'])
    expect(tags.filter((tag) => tag.name === name)).toHaveLength(
      tagsOf(clean).filter((tag) => tag.name === name).length,
    );
}

const NOT_IN_XML = new RegExp(
  String.raw`(?![\t\n\r])[\0-\x1F]|[\uFFFE\uFFFF]|\p{Cs}|&(?!(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|apos);)`,
  'iu',
);

/** Names of the elements of XML, in order. Throws at what is not well-formed: a stray sign, a wrong end, a character it cannot have. */
function elementsOf(xml: string): readonly string[] {
  const tag = /<(\/?)([a-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/gi;
  const content = xml.replace(/^\uFEFF?<\?xml [^>]*\?>/, '');
  const fault = NOT_IN_XML.exec(content) ?? /<.{0,60}/s.exec(content.replace(tag, ''));
  if (fault) throw new Error(`Not well-formed: ${JSON.stringify(fault[0])}`);
  const open: string[] = [];
  return [...content.matchAll(tag)].flatMap(([, end, name = '', , empty]) => {
    if (end === '/' && open.pop() !== name) throw new Error(`</${name}> ends another element`);
    if (end === '' && empty === '') open.push(name);
    return end === '/' ? [] : [name];
  });
}

function cellsOf(csv: string): readonly string[] {
  return [...csv.replace(/^\uFEFF/, '').matchAll(/"((?:[^"]|"")*)"|[^",\r\n]+/g)].map(([whole, quoted]) =>
    (quoted ?? whole).replaceAll('""', '"'),
  );
}

async function partsOf(file: Buffer): Promise<readonly string[]> {
  const zip = await fromBufferPromise(file, {});
  const parts: string[] = [];
  for await (const entry of zip.eachEntry()) parts.push(await text(await zip.openReadStreamPromise(entry)));
  return parts;
}
