import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { readReleases } from './read-releases.js';
import { UnreadableInputError } from './unreadable-input-error.js';

/** Reads to the end or to the one error that is allowed; gives how it ended. */
async function endOf(bytes: Buffer): Promise<string> {
  async function* chunks() {
    const size = bytes.length > 10_000 ? 10_000 : 64;
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const reader = readReleases(chunks());
  try {
    for await (const { release, text } of reader) expect(JSON.parse(text)).toEqual(release);
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
    expect([error.reason.es, error.remedy.es, error.message].every((said) => said.length > 10)).toBe(true);
    expect(error.offset ?? 0).toBeLessThanOrEqual(Math.max(bytes.length, reader.summary().bytes));
    return error.code;
  }
  expect(reader.summary().complete).toBe(true);
  return 'read';
}

const SEEDS = [
  '{"uri":"u","version":"1.1","releases":[{"ocid":"ocds-xs1qbl-1","tender":{"id":"1","items":[{"q":1.50}]}},{"ocid":"ñ"}]}',
  '{"records":[{"ocid":"x","compiledRelease":{"tag":["compiled"],"contracts":[{}]},"releases":[{"url":"u","date":"d"}]}]}',
  '{"ocid":"a","tag":["tender"]}\n{"ocid":"b"}\n[{"releases":[]}]\n{"data":[{"ocid":"c"}]}',
].map((text) => Buffer.from(text));

const GZIPPED = SEEDS.map((seed) => gzipSync(seed));

describe('readReleases of hostile input', () => {
  it('ends well or with an UnreadableInputError, whatever is done to the bytes', async () => {
    const mutation = fc.record({
      at: fc.nat(),
      cut: fc.nat(12),
      put: fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constantFrom(...SEEDS)),
    });
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SEEDS, ...GZIPPED),
        fc.array(mutation, { minLength: 1, maxLength: 5 }),
        async (seed, mutations) => {
          const bytes = mutations.reduce((before, { at, cut, put }) => {
            const index = at % (before.length + 1);
            return Buffer.concat([before.subarray(0, index), put, before.subarray(index + cut)]);
          }, seed);
          const end = await endOf(bytes);
          ends.set(end, (ends.get(end) ?? 0) + 1);
        },
      ),
      { seed: 7, numRuns: 1500 },
    );
    expect([...ends.keys()]).toEqual(expect.arrayContaining(['read', 'syntax', 'gzip', 'invalid-utf-8', 'truncated']));
  });

  it('ends for any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await endOf(Buffer.from(bytes));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it.each<[string, string, Buffer]>([
    ['too-deep', 'a million brackets', Buffer.from('['.repeat(1e6))],
    ['too-deep', 'a million objects', Buffer.from(`{"releases":[${'{"a":'.repeat(1e6)}`)],
    ['read', 'a release with a string of 8 MB', Buffer.from(`{"ocid":"${'x'.repeat(8e6)}"}`)],
    ['read', 'a name of 8 MB', Buffer.from(`{"ocid":"a","${'x'.repeat(8e6)}":1}`)],
    [
      'read',
      'a compiled release with a string of 8 MB',
      Buffer.from(`{"compiledRelease":{"a":"${'\\n'.repeat(4e6)}"}}`),
    ],
    ['read', 'a hundred thousand values that are no releases', Buffer.from(`{"releases":[${'1,'.repeat(1e5)}1]}`)],
    ['read', 'ten thousand small releases', Buffer.from(`[${'{"ocid":1},'.repeat(1e4)}{}]`)],
    ['read', 'a release of very many members', Buffer.from(`{"ocid":"a"${',"b":1'.repeat(2e5)}}`)],
    ['not-ocds', 'blanks and an object', Buffer.from(`${' \n'.repeat(1e6)}{}`)],
  ])('ends soon, with %s, for %s', async (end, _, bytes) => {
    expect(await endOf(bytes)).toBe(end);
  });
});
