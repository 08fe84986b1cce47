import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { findPublisher, ingestFile } from '#publishing';
import { sampleWorkbook } from '../../libs/tables/test/sample-workbook.js';
import { addTwoOrganisations } from '../integration/access/people.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { countRows } from './count-rows.js';
import { outcomesOf } from './outcomes.js';

const MB = 1024 * 1024;
const MOST_MEMORY = 300 * MB;
const LONGEST_MS = 60_000;

let test: TestPlatform;
let folder: string;

beforeAll(async () => {
  test = await openTestPlatform();
  await addTwoOrganisations(test.platform.dataSource);
  folder = await mkdtemp(join(tmpdir(), 'c7-bombs-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await test.close();
});

const { attempt } = outcomesOf('bombs');

const SHEET = 'xl/worksheets/sheet0.xml';
const CELL = '<row><c><v>1</v></c></row>';
const ENTITIES = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">${Array.from(
  'bcdefghij',
  (name, n) => `<!ENTITY ${name} "${`&${'abcdefghi'[n]};`.repeat(10)}">`,
).join('')}]><worksheet><sheetData><row><c><v>&j;</v></c></row></sheetData></worksheet>`;
const FILE_ENTITY =
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c><v>&f;</v></c></row></sheetData></worksheet>';

/** A workbook with something in place of one of its parts. */
const book = (part: string, content: string) => sampleWorkbook({ sheets: { Datos: CELL }, parts: { [part]: content } });

const BOMBS: readonly [what: string, code: string, file: string, bytes: () => Promise<Uint8Array> | Uint8Array][] = [
  [
    'a workbook with a part of 64 MB of blanks',
    'ZIP_BOMB',
    'a.xlsx',
    () => book('xl/media/a.xml', ' '.repeat(64 * MB)),
  ],
  ['a workbook whose entities swell a thousand million times', 'UNSAFE_XML', 'b.xlsx', () => book(SHEET, ENTITIES)],
  ['a workbook with an entity that reads a file of the server', 'UNSAFE_XML', 'c.xlsx', () => book(SHEET, FILE_ENTITY)],
  ['a CSV file of gzip that swells', 'ZIP_BOMB', 'd.csv.gz', () => gzipSync(Buffer.alloc(128 * MB, 'a,b\n'))],
  [
    'JSON of gzip that swells',
    'compression-ratio',
    'e.json.gz',
    () => gzipSync(`{"releases":[${' '.repeat(128 * MB)}`),
  ],
  ['JSON of a million brackets', 'too-deep', 'f.json', () => Buffer.from(`{"releases":[${'['.repeat(1e6)}`)],
  ['JSON of a million objects in each other', 'too-deep', 'g.json', () => Buffer.from('{"a":'.repeat(1e6))],
];

describe('a file made to exhaust', () => {
  for (const [what, code, name, bytes] of BOMBS)
    attempt(what, `refused (${code}), nothing stored, memory and time bounded`, async () => {
      const path = join(folder, name);
      await writeFile(path, await bytes());
      await expectRefused(path, code);
    });

  attempt('CSV of one line of 100 MB', 'refused (CELL_TOO_LONG), nothing stored, memory and time bounded', async () => {
    const path = join(folder, 'h.csv');
    await pipeline(endless(100), createWriteStream(path));
    await expectRefused(path, 'CELL_TOO_LONG');
  });
});

function* endless(megabytes: number): Generator<Buffer> {
  yield Buffer.from('EJERCICIO,MONTO\n2026,');
  const piece = Buffer.alloc(MB, 'x');
  for (let n = 0; n < megabytes; n++) yield piece;
}

async function expectRefused(path: string, code: string): Promise<void> {
  const before = await countRows(test.platform.dataSource);
  const publisher = await findPublisher(test.platform.dataSource, 'salud');
  const peak = process.resourceUsage().maxRSS * 1024;
  const begin = performance.now();
  const thrown: unknown = await ingestFile(test.platform, { path, publisher }).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ code });
  expect(performance.now() - begin).toBeLessThan(LONGEST_MS);
  expect(process.resourceUsage().maxRSS * 1024 - peak).toBeLessThan(MOST_MEMORY);
  expect(await countRows(test.platform.dataSource)).toEqual(before);
}
