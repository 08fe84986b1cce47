import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Json, type JsonObject, withoutEmpties } from '#ocds';
import { readTables } from './read-tables.js';
import { TABLE_FORMATS } from './table-format.js';
import { writeTables, type WriteTablesOptions } from './write-tables.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'c7-tables-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

async function* found(releases: readonly JsonObject[]) {
  for (const release of releases) yield { release };
}

/** The releases of the tables; their rows are in order, so none has to wait on a shelf. */
async function readBack(path: string): Promise<readonly JsonObject[]> {
  const releases: JsonObject[] = [];
  const openShelf = () => {
    throw new Error('No shelf is needed.');
  };
  for await (const one of readTables(path, { room: 0, openShelf })) releases.push(one);
  return releases;
}

function write(releases: readonly JsonObject[], options: Partial<WriteTablesOptions> = {}) {
  return writeTables(found(releases), { format: 'csv', folder, ...options });
}

const releaseWith = (id: string, more: JsonObject): JsonObject => ({ ocid: `ocds-x-${id}`, id, ...more });

const items = (count: number): JsonObject => ({
  tender: { items: Array.from({ length: count }, (_, index) => ({ id: String(index + 1), quantity: index })) },
});

/** Texts that formats trip over. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    "'=x",
    ' a ',
    'a\r\nb',
    'a\rb',
    '\n',
    ';',
    'a;b',
    '"',
    ',',
    '12',
    'true',
    '[1]',
    '_x0041_',
    '\t',
    '\0',
  ),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((one) => one || 0);
const scalar: fc.Arbitrary<Json> = fc.oneof(text, number, fc.boolean());
const fields = {
  id: fc.oneof(text, fc.integer()),
  any: scalar,
  text,
  number,
  texts: fc.array(text),
  numbers: fc.array(number),
};
const item = fc.record(fields, { requiredKeys: [] });
const release = fc.record(
  { ...fields, ocid: text, object: item, items: fc.array(item), mixed: fc.array(fc.oneof(scalar, item)) },
  { requiredKeys: [] },
);

describe.each(TABLE_FORMATS)('tables as %s', (format) => {
  it('read back as the releases they came from', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(release, { maxLength: 4 }), async (releases) => {
        const sets = releases as unknown as readonly JsonObject[];
        await write(sets, { format, cellsInMemory: 40, partRows: 3 });
        expect(await readBack(folder)).toEqual(sets.map((one) => withoutEmpties(one) ?? {}));
      }),
      { numRuns: 60 },
    );
  });

  it('leave nothing of the rows that waited on disk', async () => {
    const { TMPDIR } = process.env;
    const temporary = (process.env.TMPDIR = await mkdtemp(join(folder, 'tmp-')));
    await write([releaseWith('1', items(50)), releaseWith('2', items(50))], { format, cellsInMemory: 10 });
    expect(await readdir(temporary)).toEqual([]);
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    expect(await readBack(folder)).toHaveLength(2);
  });

  it('are written for an input without releases', async () => {
    expect(await write([], { format })).toMatchObject({ releases: 0, tables: [{ name: 'procesos', rows: 0 }] });
    expect(await readBack(folder)).toEqual([]);
  });
});

describe('files of tables', () => {
  it('are split at the limit of rows, and read in the order of the parts', async () => {
    const { files } = await write([releaseWith('1', items(25))], { partRows: 2 });
    expect(files).toHaveLength(14);
    expect(files.at(-1)).toBe('items-13.csv');
    await rm(join(folder, 'datapackage.json'));
    const [back] = await readBack(folder);
    expect((back!.tender as JsonObject).items).toHaveLength(25);
    expect((back!.tender as { items: JsonObject[] }).items[24]).toMatchObject({ id: '25' });
  });

  it('begin with a byte order mark in CSV, for Excel', async () => {
    await write([releaseWith('1', { title: 'Adquisición' })]);
    expect(await readFile(join(folder, 'procesos.csv'), 'utf8')).toBe(
      '\uFEFFocid,id,title\r\nocds-x-1,1,Adquisición\r\n',
    );
  });

  it('are described, so that other tools know the types', async () => {
    await write([releaseWith('1', { tag: ['tender'], tender: { value: { amount: 5 }, hasEnquiries: false } })]);
    const { resources } = JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8')) as {
      resources: JsonObject[];
    };
    expect(resources).toMatchObject([
      {
        name: 'procesos',
        path: 'procesos.csv',
        schema: {
          fields: [
            { name: 'ocid', type: 'string' },
            { name: 'id', type: 'string' },
            { name: 'tag', type: 'list', delimiter: ';', itemType: 'string' },
            { name: 'tender/value/amount', type: 'number' },
            { name: 'tender/hasEnquiries', type: 'boolean' },
          ],
        },
      },
    ]);
  });

  it('cut in Excel what no cell holds, and say so', async () => {
    const long = releaseWith('1', { title: 'x'.repeat(40_000) });
    expect(await write([long], { format: 'xlsx' })).toMatchObject({ cutTexts: 1 });
    expect((await readBack(folder))[0]!.title).toHaveLength(32_767);
  });

  it('are refused when they are none', async () => {
    await expect(readBack(folder)).rejects.toMatchObject({ code: 'NO_TABLES' });
  });
});
