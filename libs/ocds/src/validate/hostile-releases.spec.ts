import fc from 'fast-check';
import type { Json, JsonObject } from '../json.js';
import { createReleaseValidator } from './create-release-validator.js';
import type { Verdict } from './finding.js';

const validate = createReleaseValidator();

const RELEASE: JsonObject = {
  ocid: 'ocds-xs1qbl-1',
  id: '1',
  date: '2026-03-01T09:00:00-06:00',
  tag: ['tender', 'award'],
  initiationType: 'tender',
  parties: [{ id: 'P', name: 'Dependencia', roles: ['buyer'], identifier: { scheme: 'MX-RFC', id: 'X' } }],
  buyer: { id: 'P', name: 'Dependencia' },
  tender: { id: 'T', value: { amount: 1, currency: 'MXN' }, items: [{ id: '1', quantity: 2, unit: { name: 'caja' } }] },
  awards: [{ id: 'A', date: '2026-03-09T09:00:00-06:00', suppliers: [{ id: 'S' }] }],
};

const rulesOf = ({ findings }: Verdict) => [...new Set(findings.map(({ rule }) => rule))];

function timed(release: Json): { verdict: Verdict; ms: number } {
  const begun = performance.now();
  const verdict = validate(release);
  return { verdict, ms: performance.now() - begun };
}

describe('hostile releases', () => {
  it('20,000 items with unique ids take a moment: Ajv alone would take minutes', () => {
    const items = Array.from({ length: 20_000 }, (_, index) => ({ id: index }));
    const { verdict, ms } = timed({ ...RELEASE, tender: { id: 'T', items } });
    expect(verdict.findings).toEqual([]);
    expect(ms).toBeLessThan(5000);
  });

  it('a million faults are counted, 1,000 of them listed', () => {
    const roles = Array.from({ length: 1_000_000 }, () => '');
    const { verdict, ms } = timed({ ...RELEASE, parties: [{ id: 'P', roles }] });
    expect([verdict.findings.length, verdict.omitted, verdict.groups[0]?.count]).toEqual([1000, 999_000, 1_000_000]);
    expect(ms).toBeLessThan(10_000);
  });

  it.each([
    ['objects', '{"a":', '1}'],
    ['lists', '[', ']'],
  ])('100,000 levels of %s are refused without overflowing the stack', (_, open, close) => {
    const deep = JSON.parse(
      `${open.repeat(100_000)}${close === ']' ? '' : '1'}${close.slice(-1).repeat(100_000)}`,
    ) as Json;
    const identical = [{ x: deep }, { x: deep }];
    const verdict = validate({ ...RELEASE, parties: identical, id: deep, local: deep });
    expect(verdict.valid).toBe(false);
    expect(rulesOf(verdict)).toEqual(expect.arrayContaining(['too-deep', 'duplicate-item', 'type']));
    expect(JSON.stringify(verdict).length).toBeLessThan(20_000);
  });

  it('names of a million characters do not reach the findings', () => {
    const name = 'n'.repeat(1_000_000);
    const verdict = validate({ ...RELEASE, [name]: { [name]: Array.from({ length: 1000 }, () => '') } });
    expect(JSON.stringify(verdict).length).toBeLessThan(3_000_000);
  });

  it('control characters and half characters do not reach the findings: PostgreSQL would refuse them', () => {
    const text = JSON.stringify(validate({ ...RELEASE, ['\u0000\ud83d']: '\u0000\ud83d', date: '\u0000\ud83d' }));
    const stored = JSON.stringify(
      JSON.parse(text, (_, value: Json) => (typeof value === 'string' ? value.replaceAll('\\', '') : value)),
    );
    expect(stored).not.toMatch(/\\u0000|\\ud83d/);
  });

  it('members named after the prototype are data like any other', () => {
    const text =
      '{"__proto__":{"ocid":"x"},"constructor":{"prototype":{"polluted":1}},"toString":1,"hasOwnProperty":2}';
    const verdict = validate(JSON.parse(text) as Json);
    expect(verdict.findings.filter(({ rule }) => rule === 'required')).toHaveLength(5);
    expect(verdict.findings.filter(({ rule }) => rule === 'additional-field')).toHaveLength(4);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

/** A place left open in a sentence, or what JavaScript writes for nothing. */
const UNFILLED =
  /[{](?:label|name|value|expected|actual|format|code\w*|keyword|wanted|suggestion|replacement)[}]|undefined|\[object/;

/** Puts `value` at one of the places of the document, counted in reading order. */
function replaceAt(document: Json, place: number, value: Json): Json {
  let left = place;
  const visit = (current: Json): Json => {
    if (left-- === 0) return value;
    if (Array.isArray(current)) return current.map(visit);
    if (typeof current !== 'object' || current === null) return current;
    return Object.fromEntries(
      Object.entries(current as JsonObject).map(([name, member]) => [name, visit(member ?? null)]),
    );
  };
  return visit(document);
}

describe('releases changed at random', () => {
  const anyJson = fc.jsonValue({ maxDepth: 4 }).map((value) => value as Json);
  const changes = fc.array(fc.tuple(fc.nat(45), anyJson), { minLength: 1, maxLength: 4 });

  it('always come to a verdict whose parts agree', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const release = list.reduce<Json>((current, [place, value]) => replaceAt(current, place, value), RELEASE);
        const { valid, findings, groups, omitted } = validate(release);
        expect(valid).toBe(findings.every(({ severity }) => severity !== 'error'));
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(findings.length + omitted);
        for (const { message, remedy, pointer } of findings) {
          expect(`${message.es}${message.en}${remedy.es}${remedy.en}`).not.toMatch(UNFILLED);
          expect(pointer).toMatch(/^(\/|$)/);
        }
      }),
      { seed: 20260301, numRuns: 500 },
    );
  });
});
