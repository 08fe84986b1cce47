import { detectFormat } from './detect-format.js';

async function* inOneChunk(value: unknown) {
  yield Buffer.from(JSON.stringify(value));
}

const release = { ocid: 'ocds-xs1qbl-1', id: '1', tag: ['tender'] };

describe('detectFormat', () => {
  it.each<[string, unknown]>([
    ['release package', { releases: [release] }],
    ['record package', { records: [{ ocid: 'x', releases: [release] }] }],
    ['record', { ocid: 'x', releases: [release] }],
    ['record', { publisher: {}, releases: [{ url: 'u' }], compiledRelease: release }],
    ['release', release],
    ['compiled release', { ...release, tag: ['compiled'] }],
    ['versioned release', { ocid: 'x', tag: [{ releaseID: '1', value: ['tender'] }] }],
    ['JSON array of record packages', [{ records: [] }, { records: [] }]],
    ['JSON array of other objects and releases', [release, { x: 1 }]],
    ['release packages in "arrayReleasePackage"', { arrayReleasePackage: [{ releases: [] }] }],
  ])('says %s', async (format, value) => {
    expect(await detectFormat(inOneChunk(value))).toBe(format);
  });

  it('says concatenated JSON of several texts', async () => {
    async function* lines() {
      yield Buffer.from(`${JSON.stringify(release)}\n${JSON.stringify(release)}\n`);
    }
    expect(await detectFormat(lines())).toBe('concatenated JSON of releases');
  });

  it('refuses what is not OCDS', async () => {
    await expect(detectFormat(inOneChunk({ x: 1 }))).rejects.toMatchObject({ code: 'not-ocds' });
  });
});
