import { readMoney, type MoneyOptions } from './read-money.js';

describe('readMoney', () => {
  it.each([
    ['735984.59', '735984.59'],
    ['$1,234,567.89', '1234567.89'],
    ["$1'234,567.89", '1234567.89'],
    ['$ 1 234 567.89', '1234567.89'],
    ['1.234,56', '1234.56'],
    ['1.234.567', '1234567'],
    ['1,234', '1234'],
    ['1,000.00', '1000'],
    ['1500.50', '1500.5'],
    ['.5', '0.5'],
    ['12.', '12'],
    ['MXN 980.10', '980.1'],
    ['980.10 M.N.', '980.1'],
    ['980.10 pesos', '980.1'],
    ['\u00a0$\u00a0980.10\u00a0', '980.1'],
    ["'980.10", '980.1'],
    ['1.2345E+7', '12345000'],
    ['99999999999999.99', '99999999999999.99'],
  ])('reads %s as %s', (text, value) => {
    expect(readMoney(text)).toEqual({ value });
  });

  it.each([
    ['72349.200000000012', '72349.2'],
    ['72349.20000000001', '72349.2'],
    ['4031.2320000000004', '4031.232'],
    ['0.30000000000000004', '0.3'],
    ['1009315.9999999999', '1009316'],
    ['10689.655172413793', '10689.6552'],
  ])('rounds the residue of a float in %s to %s', (text, value) => {
    expect(readMoney(text)).toEqual({ value });
  });

  it.each([
    '1,5 MDP',
    '1.5 millones',
    'mil pesos',
    '1234,56',
    '12,34,567.00',
    '1,23',
    '10 000 00',
    '1.234.56',
    '100 2000',
    '$100.00 y $200.00',
    '2e999',
    '999999999999999999',
    '1-2',
    '16%',
  ])('does not guess at %s', (text) => {
    expect(readMoney(text)).toEqual({ rule: 'amount-unreadable' });
  });

  it.each(['', ' ', '-', 'N/A', 'No aplica', 'Sin dato', '\u00a0'])('takes «%s» for blank', (text) => {
    expect(readMoney(text)).toEqual({});
  });

  it.each(['0', '$0.00', '0.00000001', '(0)'])('takes %s for unknown, with a warning', (text) => {
    expect(readMoney(text)).toEqual({ rule: 'amount-zero-unknown' });
  });

  it.each(['-5', '(1,000.00)', '$(1,000.00)', '-$5.00', '$-5.00', '5.00-', '−5'])('takes %s for negative', (text) => {
    expect(readMoney(text)).toEqual({ rule: 'amount-negative' });
  });

  it.each<[string, MoneyOptions, string]>([
    ['$0.00', { zeroIsKnown: true }, '0'],
    ['(1,000.00)', { negativeIsKnown: true }, '-1000'],
    ['-0.00', { zeroIsKnown: true }, '0'],
  ])('reads %s where %j', (text, options, value) => {
    expect(readMoney(text, options)).toEqual({ value });
  });

  it('answers at once to hostile text', () => {
    const started = performance.now();
    for (const text of ['1,'.repeat(50_000), '9'.repeat(100_000), ' '.repeat(100_000) + 'x', '('.repeat(100_000)]) {
      expect(readMoney(text).value).toBeUndefined();
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
