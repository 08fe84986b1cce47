import { compareInstants, instantOf } from './instant.js';

function compare(one: string, other: string): number {
  return Math.sign(compareInstants(instantOf(one)!, instantOf(other)!));
}

describe('the moment a date names', () => {
  it.each([
    ['2014-01-02T00:30:00+05:00', '2014-01-01T23:00:00Z', -1],
    ['2014-01-01T18:00:00-06:00', '2014-01-02T00:00:00Z', 0],
    ['2014-01-01t00:00:00z', '2014-01-01 00:00:00Z', 0],
    ['2014-01-01T00:00:00.1Z', '2014-01-01T00:00:00.09Z', 1],
    ['2014-01-01T00:00:00.1234567891Z', '2014-01-01T00:00:00.1234567892Z', -1],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z', 1],
    ['0099-01-01T00:00:00Z', '1999-01-01T00:00:00Z', -1],
    ['2000-02-29T00:00:00Z', '2000-03-01T00:00:00Z', -1],
    ['2014-01-01T00:00:00-00:00', '2014-01-01T00:00:00Z', 0],
  ])('puts %s against %s: %i', (one, other, order) => {
    expect(compare(one, other)).toBe(order);
    expect(compare(other, one)).toBe(order === 0 ? 0 : -order);
  });

  it.each([
    '2014-01-01',
    '2014-01-01T00:00:00',
    '2014-02-30T00:00:00Z',
    '2014-13-01T00:00:00Z',
    '2014-01-01T24:00:00Z',
    '2014-01-01T00:60:00Z',
    '2014-01-01T00:00:00+0500',
    '2014-01-01T00:00:00+24:00',
    '2014-01-01T00:00:00+05:60',
    ' 2014-01-01T00:00:00Z',
    'ayer',
    '',
  ])('finds no moment in "%s"', (text) => {
    expect(instantOf(text)).toBeUndefined();
  });
});
