import type { Json, JsonObject } from '../json.js';
import { isValidFile, type FileReport } from './file-report.js';
import { validateInput, type ValidateInputOptions } from './validate-input.js';

const RELEASE = {
  ocid: 'ocds-xs1qbl-1',
  id: '1',
  date: '2026-03-01T09:00:00-06:00',
  tag: ['tender'],
  initiationType: 'tender',
};
const METADATA = {
  uri: 'https://datos.example/1.json',
  version: '1.1',
  publisher: { name: 'Gobierno de ejemplo' },
  publishedDate: '2026-03-31T00:00:00-06:00',
};
const BIDS = 'https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json';
const PAGINATION =
  'https://raw.githubusercontent.com/open-contracting-extensions/ocds_pagination_extension/master/extension.json';
const WITH_BIDS = { ...RELEASE, bids: { details: [{ id: 'B' }] } };

async function* bytesOf(...documents: readonly Json[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(documents.map((document) => JSON.stringify(document)).join('\n'));
}

const reportOf = (document: Json, options?: ValidateInputOptions) => validateInput(() => bytesOf(document), options);
const briefly = ({ groups }: FileReport) =>
  groups.flatMap(({ of, rule, count, examples }) => `${of} ${rule} ${count} ${examples[0]?.pointer}`);
const record = (rest: JsonObject): JsonObject => ({ ...METADATA, records: [{ ocid: 'ocds-xs1qbl-1', ...rest }] });

describe('validate an input', () => {
  it('finds nothing in a good package', async () => {
    expect(await reportOf({ ...METADATA, releases: [RELEASE] }, { file: 'a.json' })).toEqual({
      file: 'a.json',
      format: 'release package',
      encoding: 'utf-8',
      packages: 1,
      releases: 1,
      valid: 1,
      invalid: 0,
      groups: [],
      notices: [],
      extensions: { applied: ['jalisco'], known: [], unknown: [] },
    });
  });

  it('groups what is wrong by rule and path, with places in the file and the process, errors first', async () => {
    const odd = { ...RELEASE, date: '2026-03-01', sobra: 1 };
    const { version: _, ...unversioned } = METADATA;
    const report = await reportOf({ ...unversioned, releases: [RELEASE, { ...odd, id: '2' }, { ...odd, id: '3' }] });
    expect(briefly(report)).toEqual([
      'release format 2 /releases/1/date',
      'package required 1 /version',
      'release additional-field 2 /releases/1/sobra',
    ]);
    expect(report.groups[0]?.examples[0]?.source).toBe('ocds-xs1qbl-1');
    expect([report.releases, report.valid, report.invalid, isValidFile(report)]).toEqual([3, 1, 2, false]);
  });

  it('says which releases of a package repeat, and lets two packages bring the same one', async () => {
    const twice = { ...METADATA, releases: [RELEASE, RELEASE] };
    expect(briefly(await reportOf(twice))).toEqual(['package duplicate-release 1 /releases/1/id']);
    const once = { ...METADATA, releases: [RELEASE] };
    expect(briefly(await validateInput(() => bytesOf(once, once)))).toEqual([]);
    expect(briefly(await validateInput(() => bytesOf(RELEASE, RELEASE)))).toEqual([
      'package duplicate-release 1 #2/id',
    ]);
  });

  it('holds an ocid of another publisher against the prefix it is told', async () => {
    const report = await reportOf({ ...METADATA, releases: [RELEASE] }, { ocidPrefix: 'ocds-213czf' });
    expect(briefly(report)).toEqual(['release ocid-prefix 1 /releases/0/ocid']);
  });

  it('counts the releases for who watches', async () => {
    const seen: number[] = [];
    await reportOf({ ...METADATA, releases: [RELEASE, WITH_BIDS] }, { onRelease: (done) => seen.push(done) });
    expect(seen).toEqual([1, 2]);
  });
});

describe('validate an input with extensions', () => {
  it('applies those declared before the releases', async () => {
    const report = await reportOf({ ...METADATA, extensions: [BIDS], releases: [WITH_BIDS] });
    expect([briefly(report), report.extensions.applied]).toEqual([[], ['jalisco', 'bids']]);
  });

  it('applies those declared after the releases', async () => {
    const report = await reportOf({ releases: [WITH_BIDS], ...METADATA, extensions: [BIDS] });
    expect([briefly(report), report.extensions.applied]).toEqual([[], ['jalisco', 'bids']]);
  });

  it('applies those declared beyond the first chunk', async () => {
    const text = Buffer.from(JSON.stringify({ releases: [WITH_BIDS], ...METADATA, extensions: [BIDS] }));
    const inBits = async function* () {
      for (let at = 0; at < text.length; at += 7) yield text.subarray(at, at + 7);
    };
    expect(briefly(await validateInput(inBits))).toEqual([]);
    const piped = await validateInput(inBits());
    expect(briefly(piped)).toEqual(['release additional-field 1 /releases/0/bids']);
    expect(piped.extensions).toEqual({ applied: ['jalisco'], known: ['bids'], unknown: [] });
  });

  it('is not misled by a text that looks like a declaration', async () => {
    const decoy = { ...WITH_BIDS, tender: { id: 'T', extensions: [BIDS] } };
    const report = await reportOf({ releases: [decoy], ...METADATA });
    expect(briefly(report)).toEqual([
      'release additional-field 1 /releases/0/bids',
      'release additional-field 1 /releases/0/tender/extensions',
    ]);
  });

  it('reports those it does not know', async () => {
    const url = 'https://example.org/nivel/extension.json';
    const report = await reportOf({ ...METADATA, extensions: [url], releases: [{ ...RELEASE, nivel: 1 }] });
    expect(briefly(report)).toEqual([
      'package unknown-extension 1 /extensions/0',
      'release additional-field 1 /releases/0/nivel',
    ]);
    expect(report.extensions.unknown).toEqual([url]);
  });

  it('takes the links of pages only where pagination is declared', async () => {
    const page = { ...METADATA, links: { next: 'https://datos.example/2.json' }, releases: [RELEASE] };
    expect(briefly(await reportOf(page))).toEqual(['package additional-field 1 /links']);
    expect(briefly(await reportOf({ ...page, extensions: [PAGINATION] }))).toEqual([]);
    expect(briefly(await reportOf({ ...page, links: { next: '2.json' }, extensions: [PAGINATION] }))).toEqual([
      'package format 1 /links/next',
    ]);
  });
});

describe('validate an input of records', () => {
  const link = { url: 'https://datos.example/1.json', date: RELEASE.date, tag: ['tender'] };

  it.each<[string, JsonObject]>([
    ['links', record({ releases: [link] })],
    ['whole releases', record({ releases: [RELEASE, { ...RELEASE, id: '2' }] })],
    ['links and a compiled release', record({ releases: [link], compiledRelease: RELEASE })],
  ])('finds nothing in one with %s', async (_, document) => expect(briefly(await reportOf(document))).toEqual([]));

  it.each<[string, JsonObject]>([
    ['record mixed-releases 1 /records/0/releases', record({ releases: [link, RELEASE] })],
    [
      'record ocid-mismatch 1 /records/0/releases/1/ocid',
      record({ releases: [RELEASE, { ...RELEASE, ocid: 'ocds-xs1qbl-2', id: '2' }] }),
    ],
    [
      'record ocid-mismatch 1 /records/0/compiledRelease/ocid',
      record({ releases: [link], compiledRelease: { ...RELEASE, ocid: 'ocds-xs1qbl-2' } }),
    ],
    ['record format 1 /records/0/releases/0/date', record({ releases: [{ ...link, date: 'ayer' }] })],
    ['record required 1 /records/0/releases', record({ compiledRelease: RELEASE })],
    ['record required 1 /records/0/releases', record({})],
    ['record additional-field 1 /records/0/estado', record({ estado: 1, releases: [RELEASE] })],
    ['release required 1 /records/0/releases/0/date', record({ releases: [{ ...RELEASE, date: undefined }] })],
  ])('says %s', async (finding, document) => expect(briefly(await reportOf(document))).toEqual([finding]));
});
