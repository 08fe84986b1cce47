import type { ReferenceChange } from '../model/reference-change.js';
import type { ReferenceFact, ReferenceVersion } from '../model/reference-version.js';
import { checkChange, checkRetirement } from './check-change.js';

const CHANGE: ReferenceChange = {
  kind: 'role',
  key: 'monitor',
  expected: 0,
  data: { name: 'Órgano inventado' },
  validFrom: null,
  validTo: null,
  source: { title: 'Decreto inventado' },
  reason: 'Lo dice el decreto',
};

const said = (more: Partial<ReferenceChange>, history: readonly ReferenceVersion[] = []) =>
  checkChange({ ...CHANGE, ...more }, history).map(({ code, field }) => `${code} ${field}`);

function version(number: number, fact: Partial<ReferenceFact> | null, replaces: readonly number[] = []) {
  const { data, validFrom, validTo, source } = CHANGE;
  return {
    kind: 'role',
    key: 'monitor',
    version: number,
    replaces,
    fact: fact && { data, validFrom, validTo, source, ...fact },
    reason: 'x',
    by: { kind: 'account', id: '1', name: 'Luz' },
    at: new Date(0),
  } as const satisfies ReferenceVersion;
}

describe('checkChange', () => {
  it('lets a new entry in', () => {
    expect(said({})).toEqual([]);
  });

  it.each<[string, Partial<ReferenceChange>, readonly string[]]>([
    ['a kind that is not there', { kind: 'thing' }, ['KIND_UNKNOWN kind']],
    ['a key with other letters', { key: 'El Monitor' }, ['KEY_INVALID key']],
    ['no reason', { reason: '  ' }, ['REASON_MISSING reason']],
    ['a reason without end', { reason: 'x'.repeat(1001) }, ['TOO_LONG reason']],
    ['a missing field', { data: {} }, ['MISSING name']],
    ['an empty field', { data: { name: '' } }, ['MISSING name']],
    ['a field of another kind', { data: { name: 'a', article: '1' } }, ['UNKNOWN_FIELD article']],
    ['an address that is none', { data: { name: 'a', url: 'javascript:alert(1)' } }, ['FORM url']],
    ['what no page shows', { data: { name: 'a\u0000b' } }, ['FORM name']],
    ['a name without end', { data: { name: 'x'.repeat(301) } }, ['TOO_LONG name']],
    ['no source', { source: { title: '' } }, ['MISSING source.title']],
    ['a day that does not exist', { validFrom: '2026-02-30' }, ['DATE validFrom']],
    ['an end before the beginning', { validFrom: '2026-02-02', validTo: '2026-02-01' }, ['RANGE validTo']],
    ['an older version than the newest', { expected: 3 }, ['CHANGED ']],
    ['the place of what does not stand', { replaces: 3 }, ['NOT_STANDING ']],
    [
      'several faults at once',
      { key: '', reason: '', data: {} },
      ['KEY_INVALID key', 'REASON_MISSING reason', 'MISSING name'],
    ],
  ])('refuses %s, naming the field', (_, more, expected) => {
    expect(said(more)).toEqual(expected);
  });

  it.each<[string, string, Record<string, string>, readonly string[]]>([
    ['an article without its law', 'legal', { title: 'a', type: 'articulo' }, ['MISSING law', 'MISSING article']],
    ['a limit without procedure', 'threshold', { name: 'a', type: 'limite' }, ['MISSING procedure']],
    [
      'an amount without unit',
      'threshold',
      { name: 'a', type: 'limite', procedure: 'b', max: '1' },
      ['MISSING maxUnit'],
    ],
    ['a UMA with a comma', 'threshold', { name: 'a', type: 'uma', value: '108,57' }, ['FORM value']],
    ['a level that is not in the list', 'body', { name: 'a', type: 'federal' }, ['CHOICE type']],
    [
      'the thirtieth of February',
      'calendar',
      { name: 'a', type: 'inhabil', from: '02-30', to: '03-01' },
      ['FORM from'],
    ],
  ])('knows the form of each kind: %s', (_, kind, data, expected) => {
    expect(said({ kind, data })).toEqual(expected);
  });

  it('takes a day of every year, the leap day too', () => {
    expect(said({ kind: 'calendar', data: { name: 'a', type: 'inhabil', from: '02-29', to: '02-29' } })).toEqual([]);
  });

  it('says the label and the remedy in both languages', () => {
    const [fault] = checkChange({ ...CHANGE, kind: 'body', data: { name: 'a', type: 'federal' } }, []);
    expect(fault!.message).toEqual({ es: '«Ámbito» no admite ese valor.', en: '“Level” does not take that value.' });
    expect(fault!.remedy.es).toMatch(/^Usar uno de: Ayuntamiento, /);
    expect(fault!.remedy.en).toMatch(/^Use one of: Municipal council, /);
  });
});

describe('the times of an entry', () => {
  const first = version(1, { validTo: '2026-01-15' });

  it('may follow each other day by day', () => {
    expect(said({ expected: 1, validFrom: '2026-01-16' }, [first])).toEqual([]);
  });

  it('never overlap, not even by one day', () => {
    expect(said({ expected: 1, validFrom: '2026-01-15' }, [first])).toEqual(['OVERLAP validFrom']);
    expect(said({ expected: 1 }, [first])).toEqual(['OVERLAP validFrom']);
  });

  it('may change in their own place', () => {
    expect(said({ expected: 1, replaces: 1, validTo: '2026-01-31' }, [first])).toEqual([]);
  });

  it('are free again once retired', () => {
    expect(said({ expected: 2 }, [first, version(2, null, [1])])).toEqual([]);
  });

  it('have to change when they are edited', () => {
    expect(said({ expected: 1, replaces: 1, validTo: '2026-01-15' }, [first])).toEqual(['NOTHING_CHANGES ']);
  });
});

describe('checkRetirement', () => {
  const retired = (history: readonly ReferenceVersion[], more: object = {}) =>
    checkRetirement({ kind: 'role', key: 'monitor', expected: 1, reason: 'x', ...more }, history).map(
      ({ code }) => code,
    );

  it('needs something that stands, a reason and the newest version', () => {
    expect(retired([version(1, {})])).toEqual([]);
    expect(retired([], { expected: 0 })).toEqual(['NOT_STANDING']);
    expect(retired([version(1, {})], { reason: '' })).toEqual(['REASON_MISSING']);
    expect(retired([version(1, {})], { expected: 0 })).toEqual(['CHANGED']);
  });
});
