import type { Json, JsonObject } from '../json.js';
import { appendRelease, type Merged, mergeReleases } from './merge-releases.js';

function release(id: string, date: Json | undefined, members: JsonObject = {}): JsonObject {
  return { ocid: 'o', id, date, tag: ['tender'], ...members };
}

const first = release('1', '2026-01-01T00:00:00Z', { tender: { items: [{ id: 1, quantity: 1 }] } });
const second = release('2', '2026-01-02T00:00:00Z', { tender: { items: [{ id: 2 }, { id: 1, quantity: 2 }] } });

/** As it comes back from where it was stored. */
function stored(merged: Merged): Merged {
  return JSON.parse(JSON.stringify(merged)) as Merged;
}

describe('adding one release to a merge', () => {
  it('gives what merging all gives', () => {
    expect(appendRelease(mergeReleases([first]), second)).toEqual(mergeReleases([first, second]));
    expect(appendRelease(stored(mergeReleases([first])), second)).toEqual(mergeReleases([first, second]));
  });

  it('does not change the merge it is added to', () => {
    const merged = mergeReleases([first]);
    const before = stored(merged);
    appendRelease(merged, second);
    expect(merged).toEqual(before);
  });

  it('does not change long lists and histories either, nor the lists of the releases', () => {
    const items = Array.from({ length: 20 }, (_, id) => Object.freeze({ id, quantity: 1 }));
    const long = release('0', '2025-01-01T00:00:00Z', { tender: { items: Object.freeze(items) } });
    const changes = Array.from({ length: 20 }, (_, day) =>
      release(`d${day}`, `2025-01-${day + 10}T00:00:00Z`, {
        language: String(day),
        tender: { items: [{ id: 100 + day }] },
      }),
    );
    const merged = mergeReleases([long, ...changes]);
    const before = stored(merged);
    appendRelease(
      merged,
      release('9', '2026-01-01T00:00:00Z', {
        language: 'es',
        tender: { items: [{ id: 'new' }, { id: 3, quantity: 2 }] },
      }),
    );
    expect(merged).toEqual(before);
    expect(items).toHaveLength(20);
  });

  it('is refused, for all to be merged, when the release is older than the last one', () => {
    expect(appendRelease(mergeReleases([second]), first)).toBeUndefined();
    const sooner = release('3', '2026-01-02T01:00:00+02:00');
    expect(appendRelease(mergeReleases([second]), sooner)).toBeUndefined();
    expect(
      appendRelease(mergeReleases([second], { compatibility: 'reference' }), sooner, { compatibility: 'reference' }),
    ).toBeDefined();
  });

  it('puts a release of the same moment last, and warns', () => {
    const same = release('3', '2026-01-01T18:00:00-06:00', { language: 'es' });
    const appended = appendRelease(mergeReleases([first, second]), same);
    expect(appended).toEqual(mergeReleases([first, second, same]));
    expect(appended?.warnings).toMatchObject([{ code: 'REPEATED_DATE', releaseId: '3' }]);
  });

  it('is an error where merging all is one', () => {
    const undated = mergeReleases([release('1', undefined)]);
    expect(() => appendRelease(undated, second)).toThrow(expect.objectContaining({ code: 'DATE_MISSING' }));
    const other = { ...second, ocid: 'p' };
    expect(() => appendRelease(mergeReleases([first]), other)).toThrow(
      expect.objectContaining({ code: 'OCID_DIFFERS' }),
    );
    const changed = release('2', '2026-01-02T00:00:00Z', { tender: 'none' });
    expect(() => appendRelease(mergeReleases([first]), changed)).toThrow(
      expect.objectContaining({ code: 'INCONSISTENT_TYPE' }),
    );
  });
});
