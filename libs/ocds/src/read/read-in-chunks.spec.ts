import fc from 'fast-check';
import { readReleases } from './read-releases.js';
import { UnreadableInputError } from './unreadable-input-error.js';

/** Everything a reading gives: releases, summary, and the error that ended it. */
async function outcomeOf(bytes: Buffer, cuts: readonly number[]): Promise<unknown> {
  async function* chunks() {
    const ends = [...new Set([...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
    for (const [index, end] of ends.entries()) yield Buffer.from(bytes.subarray(ends[index - 1] ?? 0, end));
  }
  const reader = readReleases(chunks(), { maxElementBytes: 400, maxDepth: 6 });
  const found: unknown[] = [];
  try {
    for await (const release of reader) found.push(release);
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
    const { code, offset, line, column, reason } = error;
    return { found, code, offset, line, column, reason };
  }
  return { found, summary: reader.summary() };
}

const IN_WINDOWS_1252 = Buffer.from(
  '{"publisher":{"name":"a\xf1o"},"releases":[{"a":"\xc3","b":"\x80\xe2"}]}',
  'latin1',
);

const INPUTS: readonly (readonly [string, Buffer])[] = [
  [
    'a package',
    '{"uri":"u","releases":[{"ocid":"ñ\\"\\\\","a":"\\u00f1€😀"} , {"releases":[{"ocid":1}]}],"publisher":{"name":"ñ"}}',
  ],
  [
    'a record package',
    '{"records":[{"compiledRelease":{"tag":["compiled"],"awards":[{}]},"releases":[{"url":"u"}]},{"releases":[{"id":"1"}]}]}',
  ],
  ['an array', '\ufeff\n[{"ocid":"a"},\n {"releases":[{},7]},\n3]\n'],
  ['JSON Lines', '{"ocid":"a"}\n\n{"ocid":"b","x":-1.5e3}\n{"arrayReleasePackage":[{"releases":[null]}]}'],
  [
    'a package with brackets in strings',
    '{"releases":[{"a":"x\\"],}{[","b":[[1],[2]]}],"versionedRelease":{"a":["}"]},"compiledRelease":{}}',
  ],
  ['a fault in a release', '{"releases":[{"ocid":"a"},\n{"ocid":"b" "c":1}]}'],
  ['a fault in metadata', '{"releases":[{"ocid":"a"}],"uri":tru}'],
  ['a package cut off', '{"releases":[{"ocid":"ñ"},{"a":"'],
  ['too large a release', `{"releases":[{"ocid":"a"},{"b":"${'x'.repeat(500)}"}]}`],
  ['too large an object', `{"ocid":"a"}${' '.repeat(500)}{"ocid":"b"${' '.repeat(500)}}`],
  ['too deep a release', '{"releases":[{"a":[[[[[[[1]]]]]]]}]}'],
  ['windows-1252', IN_WINDOWS_1252],
  ['mixed encodings', Buffer.concat([Buffer.from('{"releases":[{"a":"ñ"},'), IN_WINDOWS_1252])],
].map(([name, input]) => [name as string, Buffer.from(input as string)]);

describe('readReleases of an input in chunks', () => {
  it.each(INPUTS)('gives the same wherever %s is cut in two', async (_, bytes) => {
    const whole = await outcomeOf(bytes, []);
    for (let cut = 1; cut < bytes.length; cut++) expect(await outcomeOf(bytes, [cut])).toEqual(whole);
  });

  it.each(INPUTS)('gives the same for %s byte by byte', async (_, bytes) => {
    const everywhere = Array.from(bytes.keys());
    expect(await outcomeOf(bytes, everywhere)).toEqual(await outcomeOf(bytes, []));
  });

  it('gives the same for any package, sound or damaged, in any chunks', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('"', '\\', '}],', 'ñ€😀'));
    const { release } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, text, fc.double(), fc.constant(null), tie('list'), tie('release')),
      list: fc.array(tie('value'), { maxLength: 3 }),
      release: fc.dictionary(fc.constantFrom('ocid', 'id', 'url', 'tag', 'releases', 'tender'), tie('value'), {
        maxKeys: 4,
      }),
    }));
    const list = fc.array(release, { maxLength: 4 });
    const record = fc.record({ compiledRelease: release, releases: list }, { requiredKeys: [] });
    const input = fc.oneof(fc.record({ releases: list, uri: text }), fc.record({ records: fc.array(record) }), list);
    const damage = fc.tuple(fc.nat(), fc.constantFrom('', '{', ']', '"', '\\', ',', '\n', '\xff', '\xc3', 'ñ'));
    await fc.assert(
      fc.asyncProperty(
        input,
        fc.boolean(),
        fc.array(damage, { maxLength: 2 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        async (value, wide, damages, cuts) => {
          const sound = Buffer.from(JSON.stringify(value, null, wide ? 1 : 0));
          const bytes = damages.reduce((before, [at, put]) => {
            const index = at % before.length;
            return Buffer.concat([before.subarray(0, index), Buffer.from(put, 'latin1'), before.subarray(index + 1)]);
          }, sound);
          expect(await outcomeOf(bytes, cuts)).toEqual(await outcomeOf(bytes, []));
        },
      ),
      { seed: 7, numRuns: 600 },
    );
  });
});
