import { Readable } from 'node:stream';
import type { JsonObject } from '../json.js';
import { combinePackages } from './combine-packages.js';
import { compactJson } from './compact-json.js';
import { packageRecords, type RecordFault } from './package-records.js';
import { packageReleases } from './package-releases.js';
import { splitPackage } from './split-package.js';

const meta = { uri: 'https://example.org/{n}', publishedDate: '2026-01-01T00:00:00Z', publisher: { name: 'Jalisco' } };
const head = { version: '1.1', publishedDate: meta.publishedDate, publisher: meta.publisher };

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

async function packagesIn(pieces: AsyncIterable<string>): Promise<readonly JsonObject[]> {
  const lines = (await textOf(pieces)).split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as JsonObject);
}

const release = (ocid: string, id: string, date: string, title: string) => ({
  ocid,
  text: JSON.stringify({ ocid, id, date, tag: ['tender'], tender: { id: 1, title } }),
});
const early = release('o1', 'a', '2026-01-01T00:00:00Z', 'Antes');
const late = release('o1', 'b', '2026-01-02T00:00:00Z', 'Después');
const other = release('o2', 'c', '2026-01-01T00:00:00Z', 'Otra');

describe('packageReleases', () => {
  it('puts the releases in packages of a size, numbered in their address', async () => {
    expect(await packagesIn(packageReleases(['{"id":1}', '{"id":2}', '{"id":3}'], meta, { size: 2 }))).toEqual([
      { uri: 'https://example.org/1', ...head, releases: [{ id: 1 }, { id: 2 }] },
      { uri: 'https://example.org/2', ...head, releases: [{ id: 3 }] },
    ]);
  });

  it('copies each release to the letter, on one line', async () => {
    const written = '{\n  "amount": 1.10,\n  "id": 12345678901234567890, "title": "a  \\" b"\n}';
    expect(await textOf(packageReleases([written], meta))).toContain(
      '[{"amount":1.10,"id":12345678901234567890,"title":"a  \\" b"}]}\n',
    );
  });

  it('makes no package of nothing, and takes a stream', async () => {
    async function* three() {
      for (const id of [1, 2, 3]) yield await Promise.resolve(`{"id":${id}}`);
    }
    expect(await textOf(packageReleases([], meta))).toBe('');
    expect(await packagesIn(packageReleases(three(), meta))).toMatchObject([
      { releases: [{ id: 1 }, { id: 2 }, { id: 3 }] },
    ]);
  });
});

describe('packageRecords', () => {
  it('embeds the releases of each process in the order of their dates, with the compiled release', async () => {
    const processes = [
      ['o1', [late, early]],
      ['o2', [other]],
    ] as const;
    const [{ records }] = (await packagesIn(packageRecords(processes, meta))) as [JsonObject];
    expect(records).toMatchObject([
      {
        ocid: 'o1',
        releases: [{ id: 'a' }, { id: 'b' }],
        compiledRelease: { tag: ['compiled'], tender: { title: 'Después' } },
      },
      { ocid: 'o2', releases: [{ id: 'c' }], compiledRelease: { tender: { title: 'Otra' } } },
    ]);
    expect((records as readonly JsonObject[])[0]).not.toHaveProperty('versionedRelease');
  });

  it('links to releases that have an address, and adds the versioned release when asked', async () => {
    const processes = [
      [
        'o1',
        [
          { ...early, url: 'https://example.org/p#a' },
          { ...late, url: 'https://example.org/p#b' },
        ],
      ],
    ] as const;
    const [{ records }] = (await packagesIn(packageRecords(processes, meta, { versioned: true }))) as [JsonObject];
    const [record] = records as [JsonObject];
    expect(record.releases).toEqual([
      { url: 'https://example.org/p#a', date: '2026-01-01T00:00:00Z', tag: ['tender'] },
      { url: 'https://example.org/p#b', date: '2026-01-02T00:00:00Z', tag: ['tender'] },
    ]);
    expect(record.versionedRelease).toMatchObject({ tender: { title: [{ value: 'Antes' }, { value: 'Después' }] } });
  });

  it('embeds all releases of a record when one has no address', async () => {
    const processes = [['o1', [{ ...early, url: 'https://example.org/p#a' }, late]]] as const;
    const [{ records }] = (await packagesIn(packageRecords(processes, meta))) as [JsonObject];
    expect(records).toMatchObject([{ releases: [{ id: 'a' }, { id: 'b' }] }]);
  });

  it('says which process cannot be merged, and lets its releases out', async () => {
    const undated = { text: '{"ocid":"o1","id":"x"}' };
    const faults: RecordFault[] = [];
    const onFault = (fault: RecordFault) => faults.push(fault);
    const packages = await packagesIn(
      packageRecords(
        [
          ['o1', [early, undated]],
          ['o2', [other]],
        ],
        meta,
        { onFault },
      ),
    );
    expect(faults.map(({ ocid, error }) => [ocid, error.code])).toEqual([['o1', 'DATE_MISSING']]);
    const [broken, whole] = (packages[0] as JsonObject).records as [JsonObject, JsonObject];
    expect(broken).toMatchObject({ ocid: 'o1', releases: [{ id: 'a' }, { id: 'x' }] });
    expect(broken).not.toHaveProperty('compiledRelease');
    expect(whole).toHaveProperty('compiledRelease');
  });
});

/** The bytes of packages as they come from a file, in pieces of a few. */
async function* bytesOf(...packages: readonly JsonObject[]): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(packages.map((one) => JSON.stringify(one, null, 1)).join('\n'));
  for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7));
}

describe('splitPackage', () => {
  const whole = { uri: 'u', extensions: ['e'], records: [1, 2, 3], links: { next: 'x' } };

  it('repeats what the package says of itself, before its entries or after them', async () => {
    expect(await packagesIn(splitPackage(() => bytesOf(whole), 2))).toEqual([
      { ...whole, records: [1, 2] },
      { ...whole, records: [3] },
    ]);
    expect(await packagesIn(splitPackage(() => bytesOf(whole), 3))).toEqual([whole]);
  });

  it('splits each of several packages, and keeps one without entries', async () => {
    const empty = { uri: 'v', releases: [] };
    expect(await packagesIn(splitPackage(() => bytesOf(whole, empty, { records: [4] }), 5))).toEqual([
      whole,
      empty,
      { records: [4] },
    ]);
  });

  it('copies entries to the letter', async () => {
    const open = () => Readable.from([Buffer.from('[{"releases": [{"amount": 1.10, "id": 12345678901234567890}]}]')]);
    expect(await textOf(splitPackage(open, 1))).toBe('{"releases":[{"amount":1.10,"id":12345678901234567890}]}\n');
  });

  it.each([
    ['NOT_A_PACKAGE', '{"ocid":"a"}'],
    ['NOT_A_PACKAGE', '{}'],
    ['NOT_A_PACKAGE', '[1]'],
    ['NOT_A_PACKAGE', '{"releases":{}}'],
    ['MIXED_KINDS', '{"releases":[],"records":[]}'],
    ['syntax', '{"releases":[{]}'],
    ['syntax', '{"releases":[nil]}'],
    ['syntax', '{1}'],
    ['truncated', '{"releases":[{"id":"a"}'],
    ['trailing-content', '{"releases":[]} 7'],
    ['not-ocds', '7'],
    ['empty', ' '],
    ['html', '<html>'],
  ])('refuses with %s: %s', async (code, text) => {
    const open = () => Readable.from([Buffer.from(text)]);
    await expect(textOf(splitPackage(open, 1))).rejects.toMatchObject({ code });
  });
});

describe('combinePackages', () => {
  const address = { uri: 'https://example.org/all', publishedDate: '2026-02-01T00:00:00Z' };
  const first = {
    uri: 'a',
    version: '1.1',
    publisher: { name: 'A' },
    license: 'L',
    extensions: ['e1', 'e2'],
    records: [1],
    packages: ['p1'],
    links: {},
  };
  const second = {
    uri: 'b',
    version: '1.1',
    publisher: { name: 'B' },
    extensions: ['e2', 'e3'],
    records: [2, 3],
    packages: ['p1', 'p2'],
  };

  it('joins entries, extensions and packages; of the rest the last word stands', async () => {
    expect(JSON.parse(await textOf(combinePackages([bytesOf(first), bytesOf(second)], address)))).toEqual({
      ...address,
      version: '1.1',
      publisher: { name: 'B' },
      license: 'L',
      extensions: ['e1', 'e2', 'e3'],
      packages: ['p1', 'p2'],
      records: [1, 2, 3],
    });
  });

  it('lets the options win', async () => {
    const given = { ...address, publisher: { name: 'Jalisco' }, license: 'CC' };
    expect(JSON.parse(await textOf(combinePackages([bytesOf(first, second)], given)))).toMatchObject({
      publisher: { name: 'Jalisco' },
      license: 'CC',
    });
  });

  it.each([
    ['MIXED_KINDS', [first, { ...second, records: undefined, releases: [] }]],
    ['MIXED_VERSIONS', [first, { ...second, version: undefined }]],
    ['NO_PUBLISHER', [{ releases: [] }]],
    ['NOT_A_PACKAGE', [{ ocid: 'a' }]],
  ])('refuses with %s', async (code, packages) => {
    const inputs = (packages as readonly JsonObject[]).map((one) => bytesOf(one));
    await expect(textOf(combinePackages(inputs, address))).rejects.toMatchObject({ code });
  });

  it('says nothing of nothing', async () => {
    expect(await textOf(combinePackages([], address))).toBe('');
  });
});

describe('compactJson', () => {
  it.each([{ a: ' x\t\n', 'b "c" \\': [1, ' ', { d: '\\"  ' }] }, [], ' " ', 'x\\', { '': {} }])(
    'leaves the content of %j',
    (value) => {
      expect(compactJson(JSON.stringify(value, null, 3))).toBe(JSON.stringify(value));
    },
  );
});
