import { readReleases } from './read-releases.js';

async function* inOneChunk(text: string | Buffer) {
  yield Buffer.from(text);
}

async function read(input: string | Buffer | object) {
  const isText = typeof input === 'string' || Buffer.isBuffer(input);
  const reader = readReleases(inOneChunk(isText ? input : JSON.stringify(input)));
  const found = [];
  for await (const release of reader) found.push(release);
  return { found, summary: reader.summary(), pointers: found.map(({ pointer }) => pointer) };
}

const release = (id: string) => ({
  ocid: 'ocds-xs1qbl-1',
  id,
  tag: ['tender'],
  tender: { id: 't', releases: [{ ocid: 'no' }] },
});
const link = (id: string) => ({
  url: `https://example.org/1.json#${id}`,
  date: '2018-01-18T00:00:00Z',
  tag: ['tender'],
});
const compiled = { ocid: 'ocds-xs1qbl-1', id: 'x', tag: ['compiled'], tender: { id: 't' }, awards: [{ id: 'a' }] };
const versioned = { ocid: 'ocds-xs1qbl-1', tag: [{ releaseID: '1', value: ['tender'] }], tender: { id: 't' } };
const metadata = {
  uri: 'https://example.org/p',
  version: '1.1',
  publisher: { name: 'SEPAF' },
  publishedDate: '2018-01-18T00:00:00Z',
};

describe('readReleases', () => {
  it('reads the releases of a package, with their exact text, place and the metadata before and after them', async () => {
    const text = `{"uri":"https://example.org/p",\n "releases" : [\n  {"ocid":"a", "n": 8100.0},\n  { "ocid":"b","t":"\\u00f1" }\n], "version":"1.1"}`;
    const { found, summary } = await read(text);
    expect(found).toEqual([
      {
        release: { ocid: 'a', n: 8100 },
        text: '{"ocid":"a", "n": 8100.0}',
        pointer: '/releases/0',
        offset: 50,
        line: 3,
        origin: 'release',
      },
      {
        release: { ocid: 'b', t: 'ñ' },
        text: '{ "ocid":"b","t":"\\u00f1" }',
        pointer: '/releases/1',
        offset: 79,
        line: 4,
        origin: 'release',
      },
    ]);
    expect(summary).toEqual({
      format: 'release package',
      encoding: 'utf-8',
      packages: 1,
      metadata: { uri: 'https://example.org/p', version: '1.1' },
      notices: [],
      releases: 2,
      bytes: text.length,
      complete: true,
    });
  });

  it.each<[string, string | object, string, readonly string[]]>([
    [
      'a release package',
      { ...metadata, releases: [release('1'), release('2')] },
      'release package',
      ['/releases/0', '/releases/1'],
    ],
    ['releases without metadata', { releases: [release('1')] }, 'release package', ['/releases/0']],
    [
      'a record package with its members in reverse',
      { records: [{ releases: [release('1'), release('2')], ocid: 'x' }], ...metadata },
      'record package',
      ['/records/0/releases/0', '/records/0/releases/1'],
    ],
    [
      'a record',
      { ocid: 'x', releases: [release('1')], compiledRelease: compiled, versionedRelease: versioned },
      'record',
      ['/releases/0'],
    ],
    [
      'a record whose compiled release comes first',
      { compiledRelease: compiled, publisher: {}, releases: [release('1')] },
      'record',
      ['/releases/0'],
    ],
    ['a bare release', release('1'), 'release', ['']],
    ['an array of releases', [release('1'), release('2')], 'JSON array of releases', ['/0', '/1']],
    [
      'an array of packages',
      [{ ...metadata, releases: [release('1')] }, { releases: [release('2')] }],
      'JSON array of release packages',
      ['/0/releases/0', '/1/releases/0'],
    ],
    ['an array of records', [{ ocid: 'x', releases: [release('1')] }], 'JSON array of records', ['/0/releases/0']],
    [
      "INAI's wrapper",
      { arrayReleasePackage: [{ ...metadata, releases: [release('1')] }] },
      'release packages in "arrayReleasePackage"',
      ['/arrayReleasePackage/0/releases/0'],
    ],
    [
      'a wrapper of releases',
      { count: 2, results: [release('1'), release('2')] },
      'releases in "results"',
      ['/results/0', '/results/1'],
    ],
    [
      'a wrapped package',
      { ok: true, data: { ...metadata, releases: [release('1')] } },
      'release packages in "data"',
      ['/data/releases/0'],
    ],
    [
      'JSON Lines of releases',
      `${JSON.stringify(release('1'))}\n\n${JSON.stringify(release('2'))}\n`,
      'concatenated JSON of releases',
      ['', '#2'],
    ],
    [
      'JSON Lines of packages',
      `{"releases":[{"ocid":"a"}]}\r\n{"releases":[{"ocid":"b"}]}`,
      'concatenated JSON of release packages',
      ['/releases/0', '#2/releases/0'],
    ],
    [
      'concatenated JSON',
      '{"ocid":"a"}{"ocid":"b"}[{"ocid":"c"}]',
      'concatenated JSON of releases',
      ['', '#2', '#3/0'],
    ],
    [
      'packages and releases mixed',
      [{ releases: [release('1')] }, release('2')],
      'JSON array of releases and release packages',
      ['/0/releases/0', '/1'],
    ],
    ['a release with an extra list of data', { ...release('1'), data: [{ ocid: 'no' }] }, 'release', ['']],
    ['a release under records', { records: [release('1')] }, 'record package', ['/records/0']],
    ['a package without releases', { ...metadata, releases: [] }, 'release package', []],
    ['names written with escapes', '{"rel\\u0065ases":[{"ocid":"a"}]}', 'release package', ['/releases/0']],
  ])('reads %s', async (_, input, format, pointers) => {
    const result = await read(input);
    expect([result.summary.format, result.pointers]).toEqual([format, pointers]);
    expect(
      result.found.every(({ release: parsed, text }) => JSON.stringify(parsed) === JSON.stringify(JSON.parse(text))),
    ).toBe(true);
  });

  it('takes the compiled release of a record whose releases are links, with the tags of its stages, and says so', async () => {
    const text =
      '{"records":[{"compiledRelease":{"tag":["compiled"],"awards":[{"v":10.50}],"ocid":"x"},"releases":[{"url":"u"}]}]}';
    const { found, summary } = await read(text);
    expect(found).toMatchObject([
      {
        origin: 'compiled',
        pointer: '/records/0/compiledRelease',
        offset: text.indexOf('{"tag"'),
        release: { tag: ['award'], awards: [{ v: 10.5 }], ocid: 'x' },
        text: '{"tag":["award"],"awards":[{"v":10.50}],"ocid":"x"}',
      },
    ]);
    expect(summary.notices).toMatchObject([{ code: 'compiled-release', effect: 'read', count: 1 }]);
  });

  it('takes a compiled release that stands alone in the same way', async () => {
    const { found, summary } = await read(`${JSON.stringify(compiled)}\n${JSON.stringify(compiled)}`);
    expect(found.map((one) => [one.origin, one.release.tag])).toEqual([
      ['compiled', ['tender', 'award']],
      ['compiled', ['tender', 'award']],
    ]);
    expect(summary.format).toBe('concatenated JSON of compiled releases');
  });

  it.each<[string, string, readonly string[], object, number]>([
    [
      'links beside releases',
      'linked-release',
      ['/records/0'],
      { records: [{ ocid: 'x', releases: [link('1'), release('1')] }] },
      1,
    ],
    [
      'a record of links alone',
      'record-without-releases',
      ['/records/0'],
      { records: [{ ocid: 'x', releases: [link('1')] }] },
      0,
    ],
    [
      'a record of nothing',
      'record-without-releases',
      ['/records/0', '/records/1'],
      { records: [{ ocid: 'x' }, { ocid: 'y', releases: [] }] },
      0,
    ],
    ['a record with only versions', 'record-without-releases', [''], { ocid: 'x', versionedRelease: versioned }, 0],
    ['a versioned release', 'versioned-release', ['/1'], [release('1'), versioned], 1],
    [
      'values that are no objects',
      'not-an-object',
      ['/releases/0', '/releases/2', '/releases/3'],
      { releases: ['x', release('1'), null, [1, [2]]] },
      1,
    ],
    ['releases that are no list', 'not-a-list', ['/releases'], { ...metadata, releases: { 0: release('1') } }, 0],
    ['an object of something else', 'not-a-release', ['/1'], [release('1'), { id: 1, name: 'x' }], 1],
    ['ocid after a wrapper', 'unclear-wrapper', [''], { data: [{ x: 1 }], ocid: 'x' }, 0],
    ['the null character', 'unstorable-text', ['/releases/0'], { releases: [{ ocid: 'x', title: 'a\u0000b' }] }, 1],
    ['an empty package', 'no-releases', [''], { releases: [] }, 0],
  ])('gives a notice of %s', async (_, code, pointers, input, releases) => {
    const { summary } = await read(input);
    const notice = summary.notices.find((one) => one.code === code);
    expect([notice?.count, notice?.places.map(({ pointer }) => pointer)]).toEqual([pointers.length, pointers]);
    expect(summary.releases).toBe(releases);
  });

  it('names twenty places of a kind and counts the rest', async () => {
    const { summary } = await read(`{"releases":[${Array.from({ length: 1000 }, () => '1').join(',\n')}]}`);
    const [, notice] = summary.notices;
    expect([summary.notices[0]?.code, notice?.count, notice?.places.length, notice?.places[19]]).toEqual([
      'no-releases',
      1000,
      20,
      { pointer: '/releases/19', offset: 70, line: 20 },
    ]);
  });

  it('yields a release that lacks everything: what it lacks is for validation to say', async () => {
    const { pointers } = await read({ releases: [{}, { id: 3 }] });
    expect(pointers).toEqual(['/releases/0', '/releases/1']);
  });

  it('keeps the first package’s metadata, all extensions and the last next page', async () => {
    const { summary } = await read([
      { ...metadata, extensions: ['e1', 'e2'], links: { next: 'n1' }, releases: [] },
      { ...metadata, uri: 'other', license: 'l', extensions: ['e2', 'e3', 4], links: { next: 'n2' }, releases: [] },
    ]);
    expect(summary.metadata).toEqual({ ...metadata, license: 'l', extensions: ['e1', 'e2', 'e3'], next: 'n2' });
    expect(summary.packages).toBe(2);
  });

  it('skips a byte order mark and counts it in offsets', async () => {
    const { found, summary } = await read('\ufeff{"ocid":"ñ"}');
    expect(found).toMatchObject([{ text: '{"ocid":"ñ"}', offset: 3, line: 1 }]);
    expect(summary.bytes).toBe(16);
  });

  it('reads windows-1252 from the first byte that is not UTF-8, and says where', async () => {
    const text = '{"publisher":{"name":"Administraci\xf3n"},\n"releases":[{"ocid":"a","title":"\x93a\xf1o\x94"}]}';
    const { found, summary } = await read(Buffer.from(text, 'latin1'));
    expect(found).toMatchObject([{ release: { title: '“año”' }, text: '{"ocid":"a","title":"“año”"}' }]);
    expect(summary).toMatchObject({ encoding: 'windows-1252', metadata: { publisher: { name: 'Administración' } } });
    expect(summary.notices).toMatchObject([
      { code: 'windows-1252', places: [{ offset: text.indexOf('\xf3'), line: 1 }] },
    ]);
  });

  it('does not need a chunk any more once it asks for the next', async () => {
    const text = `{"releases":[${Array.from({ length: 50 }, (_, n) => `{"ocid":"${n}"}`).join(' , ')}],"uri":"u"}`;
    async function* overwritten() {
      const memory = Buffer.alloc(7);
      for (let at = 0; at < text.length; at += 7) yield memory.subarray(0, memory.write(text.slice(at, at + 7)));
    }
    const ocids = [];
    for await (const found of readReleases(overwritten())) ocids.push(found.release.ocid);
    expect(ocids).toEqual(Array.from({ length: 50 }, (_, n) => `${n}`));
  });

  it('closes its source when the reader stops early', async () => {
    let closed = false;
    async function* source() {
      try {
        for (;;) yield Buffer.from('{"ocid":"a"}\n'.repeat(1000));
      } finally {
        closed = true;
      }
    }
    const reader = readReleases(source());
    for await (const { pointer } of reader) if (pointer === '#5000') break;
    expect([closed, reader.summary().complete, reader.summary().releases]).toEqual([true, false, 5000]);
  });
});
