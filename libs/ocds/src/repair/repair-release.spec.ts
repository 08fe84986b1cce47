import fc from 'fast-check';
import type { Json, JsonObject } from '../json.js';
import { mergePatch } from '../validate/merge-patch.js';
import releaseSchema from '../../../../schemas/ocds/1.1/release-schema.json' with { type: 'json' };
import { repairRelease } from './repair-release.js';
import { stableHash } from './stable-hash.js';

/** What is left of a release, and the repairs as `name pointer`. */
function repaired(release: JsonObject) {
  const { release: after, applied } = repairRelease(release);
  return [after, applied.map(({ repair, pointer }) => `${repair} ${pointer}`)];
}

describe('repairRelease', () => {
  it('reads numerals as numbers where the schema wants a number, and says what was there', () => {
    const { release, applied } = repairRelease({ tender: { value: { amount: '1,234.50', currency: 'MXN' } } });
    expect(release).toEqual({ tender: { value: { amount: 1234.5, currency: 'MXN' } } });
    expect(applied).toEqual([
      { repair: 'text-to-number', pointer: '/tender/value/amount', before: '1,234.50', after: 1234.5 },
    ]);
  });

  it.each(['22/ 4', '1.234,50', '$100', '12345678901234567890', '#¡VALOR!', '1e3'])(
    'leaves %s alone: it is not a number for certain, or not one that can be held',
    (amount) => {
      const release = { tender: { value: { amount } } };
      expect(repairRelease(release)).toEqual({ release, applied: [] });
    },
  );

  it('reads whole numbers alone where the schema wants an integer', () => {
    expect(repaired({ tender: { numberOfTenderers: '3.0' } })).toEqual([
      { tender: { numberOfTenderers: 3 } },
      ['text-to-number /tender/numberOfTenderers'],
    ]);
    expect(repaired({ tender: { numberOfTenderers: '3.5' } })).toEqual([{ tender: { numberOfTenderers: '3.5' } }, []]);
  });

  it('writes numbers as text where the schema wants text, and leaves ids, which may be either', () => {
    const release = { tender: { id: 7 }, parties: [{ id: 'a', address: { postalCode: 4530 } }] };
    const { release: after, applied } = repairRelease(release);
    expect(after).toEqual({ tender: { id: 7 }, parties: [{ id: 'a', address: { postalCode: '4530' } }] });
    expect(applied).toEqual([
      {
        repair: 'number-to-text',
        pointer: '/parties/0/address/postalCode',
        before: 4530,
        after: '4530',
        assumed: ['no-leading-zeros'],
      },
    ]);
  });

  it('makes lists of lone values where the schema wants a list, and repairs what is in them', () => {
    expect(repaired({ tag: 'contract', tender: { submissionMethod: ' written ', items: { id: '1' } } })).toEqual([
      { tag: ['contract'], tender: { submissionMethod: ['written'], items: [{ id: '1' }] } },
      [
        'scalar-to-list /tag',
        'scalar-to-list /tender/submissionMethod',
        'trim-text /tender/submissionMethod/0',
        'scalar-to-list /tender/items',
      ],
    ]);
  });

  it('brings dates to RFC 3339 and says what it assumed', () => {
    const { release, applied } = repairRelease({
      date: '2017-03-31 10:00:00',
      tender: { tenderPeriod: { endDate: '3/4/2017' } },
    });
    expect(release).toEqual({
      date: '2017-03-31T10:00:00-06:00',
      tender: { tenderPeriod: { endDate: '2017-04-03T00:00:00-06:00' } },
    });
    expect(applied.map(({ pointer, assumed }) => [pointer, assumed])).toEqual([
      ['/date', ['utc-offset']],
      ['/tender/tenderPeriod/endDate', ['day-first', 'midnight', 'utc-offset']],
    ]);
  });

  it('leaves dates alone in fields that are not dates', () => {
    const release = { tender: { title: '31/03/2017' } };
    expect(repairRelease(release).release).toBe(release);
  });

  it.each([
    [72349.20000000001, 72349.2],
    [72349.19999999998, 72349.2],
    [0.30000000000000004, 0.3],
    [33333.333333333336, 33333.333333333336],
    [123456789012.345, 123456789012.345],
    [72349.2, 72349.2],
  ])('float residue: %d becomes %d', (amount, after) => {
    expect(repairRelease({ tender: { value: { amount } } }).release).toEqual({ tender: { value: { amount: after } } });
  });

  it('drops blank texts, empty lists and objects, and what becomes empty by it', () => {
    expect(repaired({ ocid: 'a', tender: { title: ' ', items: [], value: { currency: '' } }, planning: {} })).toEqual([
      { ocid: 'a' },
      [
        'drop-empty /tender/title',
        'drop-empty /tender/items',
        'drop-empty /tender/value/currency',
        'drop-empty /tender/value',
        'drop-empty /tender',
        'drop-empty /planning',
      ],
    ]);
  });

  it('keeps a null that the schema takes, since it deletes a field, and drops one that it refuses', () => {
    expect(repaired({ tender: { id: null, title: null, submissionMethod: ['written', null] }, local: null })).toEqual([
      { tender: { title: null, submissionMethod: ['written'] }, local: null },
      ['drop-empty /tender/id', 'drop-empty /tender/submissionMethod/1'],
    ]);
  });

  it('gives entries without id the hash of their content as it came', () => {
    const transaction = { value: { amount: '10' } };
    const { release } = repairRelease({
      contracts: [{ id: 1, awardID: 1, implementation: { transactions: [transaction] } }],
    });
    expect(release).toEqual({
      contracts: [
        {
          id: 1,
          awardID: 1,
          implementation: { transactions: [{ id: stableHash(transaction), value: { amount: 10 } }] },
        },
      ],
    });
  });

  it('numbers entries of the same content and says so', () => {
    const item = { description: 'Papel' };
    const hash = stableHash(item);
    const { release, applied } = repairRelease({
      tender: { id: 1, items: [item, { id: ' ', ...item }, { id: 9 }, item] },
    });
    expect(release).toEqual({
      tender: {
        id: 1,
        items: [{ id: hash, ...item }, { id: `${hash}-2`, ...item }, { id: 9 }, { id: `${hash}-3`, ...item }],
      },
    });
    expect(applied.map(({ pointer, before, assumed }) => [pointer, before, assumed])).toEqual([
      ['/tender/items/1/id', ' ', undefined],
      ['/tender/items/0/id', undefined, undefined],
      ['/tender/items/1/id', undefined, ['separate-entries']],
      ['/tender/items/3/id', undefined, ['separate-entries']],
    ]);
  });

  it('makes up no id for awards, contracts, the tender or an organisation', () => {
    const release = {
      tender: { title: 'x' },
      awards: [{ title: 'x' }],
      contracts: [{ title: 'x' }],
      parties: [{ name: 'x' }],
    };
    expect(repairRelease(release).applied).toEqual([]);
  });

  it('makes only the repairs asked for', () => {
    const release = { tag: 'tender', date: '2017-03-31', tender: { title: ' x ' } };
    expect(repairRelease(release, { repairs: ['scalar-to-list'] }).release).toEqual({ ...release, tag: ['tender'] });
    expect(repairRelease(release, { repairs: [] }).release).toBe(release);
  });

  it('goes by the schema it is given', () => {
    const patch = { properties: { taxRate: { type: 'number' } } };
    const schema = mergePatch(releaseSchema as JsonObject, patch);
    expect(repairRelease({ taxRate: '16' }, { schema }).release).toEqual({ taxRate: 16 });
    expect(repairRelease({ taxRate: '16' }).release).toEqual({ taxRate: '16' });
  });

  it('changes nothing it was given, whatever JSON it is, and has nothing left to do a second time', () => {
    const name = fc.constantFrom(
      'id',
      'tag',
      'date',
      'tender',
      'items',
      'amount',
      'value',
      'awards',
      'title',
      '__proto__',
    );
    const leaf = fc.oneof(
      fc.constantFrom(null, '', ' x ', '31/03/2017', '1,000', 'x'),
      fc.double({ noNaN: true }),
      fc.boolean(),
    );
    const members = (value: fc.Arbitrary<Json>) =>
      fc.dictionary(name, value, { maxKeys: 4 }) as fc.Arbitrary<JsonObject>;
    const { json } = fc.letrec<{ json: Json }>((tie) => ({
      json: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('json'), { maxLength: 3 }), members(tie('json'))),
    }));
    fc.assert(
      fc.property(members(json), (release) => {
        const before = JSON.stringify(release);
        const once = repairRelease(release);
        expect(JSON.stringify(release)).toBe(before);
        expect(repairRelease(once.release).applied).toEqual([]);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('stops at a depth that no release has', () => {
    let deep: Json = ' x ';
    for (let level = 0; level < 5000; level++) deep = [deep];
    expect(() => repairRelease({ deep })).not.toThrow();
  });
});
