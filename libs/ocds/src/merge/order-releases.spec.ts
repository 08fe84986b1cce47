import type { Json, JsonObject } from '../json.js';
import { MergeError } from './merge-error.js';
import { compileReleases, mergeReleases, versionReleases } from './merge-releases.js';

function release(id: string, date: Json | undefined): JsonObject {
  return { ocid: 'o', id, date, tag: ['tender'], language: id };
}

describe('the order of the releases', () => {
  const sooner = release('sooner', '2014-01-02T00:30:00+05:00');
  const later = release('later', '2014-01-01T23:00:00Z');

  it('is by the standard that of the moments their dates name', () => {
    expect(compileReleases([later, sooner]).language).toBe('later');
  });

  it('is by the reference that of the dates as texts, whatever they say', () => {
    expect(compileReleases([later, sooner], { compatibility: 'reference' }).language).toBe('sooner');
    const odd = [release('a', 'mañana'), release('b', 'ayer')];
    expect(compileReleases(odd, { compatibility: 'reference' }).language).toBe('a');
  });

  it('is that given where the dates are the same moment, with a warning', () => {
    const same = [
      release('1', '2014-01-01T00:00:00Z'),
      release('2', '2013-12-31T18:00:00-06:00'),
      release('0', '2013-01-01T00:00:00Z'),
    ];
    const { compiled, warnings } = mergeReleases(same);
    expect(compiled.language).toBe('2');
    expect(warnings).toMatchObject([
      { code: 'REPEATED_DATE', path: 'date', releaseId: '2', value: '2013-12-31T18:00:00-06:00' },
    ]);
    expect(warnings[0]?.problem.es).toBe(
      'Dos publicaciones tienen la fecha 2013-12-31T18:00:00-06:00; se combinaron en el orden en que llegaron.',
    );
  });

  it('leaves the array given as it was', () => {
    const given = [later, sooner];
    mergeReleases(given);
    expect(given).toEqual([later, sooner]);
  });
});

describe('a date that gives no order', () => {
  const dated = release('dated', '2014-01-01T00:00:00Z');

  it.each([
    ['DATE_MISSING', undefined],
    ['DATE_MISSING', null],
    ['DATE_NOT_TEXT', 2014],
    ['DATE_NOT_TEXT', { year: 2014 }],
    ['DATE_UNREADABLE', '2014-01-01'],
    ['DATE_UNREADABLE', '2014-02-30T00:00:00Z'],
  ])('is an error %s: %j', (code, date) => {
    const error = expect.objectContaining({ code, path: 'date', releaseId: 'undated' });
    expect(() => mergeReleases([dated, release('undated', date)])).toThrow(error);
  });

  it('is none for a release alone', () => {
    expect(compileReleases([release('1', undefined)])).toEqual({
      tag: ['compiled'],
      id: 'o',
      ocid: 'o',
      language: '1',
    });
    expect(compileReleases([release('1', null)], { compatibility: 'reference' }).id).toBe('o-None');
    expect(compileReleases([release('1', 2014)])).toMatchObject({ id: 'o-2014', date: 2014 });
    expect(versionReleases([{ ocid: 'o', language: 'es' }])).toEqual({
      ocid: 'o',
      language: [{ releaseID: null, releaseDate: null, releaseTag: null, value: 'es' }],
    });
  });
});

describe('releases that are not those of one process', () => {
  const one = release('1', '2014-01-01T00:00:00Z');

  it.each([
    ['NO_RELEASES', []],
    ['RELEASE_NOT_OBJECT', ['text' as unknown as JsonObject]],
    ['RELEASE_NOT_OBJECT', [one, null as unknown as JsonObject]],
    ['OCID_MISSING', [{ ...one, ocid: undefined }]],
    ['OCID_MISSING', [{ ...one, ocid: { a: 1 } }]],
    ['OCID_DIFFERS', [one, { ...one, ocid: 'p' }]],
  ])('are an error %s', (code, releases) => {
    expect(() => mergeReleases(releases)).toThrow(expect.objectContaining({ code }));
  });
});

describe('the error of a merge', () => {
  it('names the place, what is wrong and what to do, in both languages', () => {
    const error = new MergeError('INCONSISTENT_TYPE', {
      path: 'tender/value',
      releaseId: 'r2',
      detail: 'object → string',
    });
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe(
      'release r2, tender/value: The field changes its shape between releases: object → string. ' +
        'Publish the field always in one shape (text, object or list), that of the schema.',
    );
    expect(error.problem.es).toBe('El campo cambia de forma entre publicaciones: object → string.');
    expect(error.remedy.es).toMatch(/^Publicar el campo/);
  });

  it('shortens a long value', () => {
    const error = new MergeError('DATE_UNREADABLE', { path: 'date', detail: 'x'.repeat(10_000) });
    expect(error.message.length).toBeLessThan(400);
  });
});
