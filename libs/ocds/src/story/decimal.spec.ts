import {
  addDecimals,
  compareDecimals,
  decimalOf,
  isZero,
  percentOf,
  roundDecimal,
  subtractDecimals,
} from './decimal.js';

describe('decimal text', () => {
  it('reads JSON numbers and numerals', () => {
    expect([72349.20000000001, '0012.50', 1e21, 1.5e-7, -3, ' 7 '].map(decimalOf)).toEqual([
      '72349.20000000001',
      '12.50',
      '1000000000000000000000',
      '0.00000015',
      '-3',
      '7',
    ]);
  });

  it('refuses what is no number', () => {
    expect([null, undefined, NaN, Infinity, '', '$5', '1,000', '1e999', {}, true].map(decimalOf)).toEqual(
      Array.from({ length: 10 }, () => undefined),
    );
  });

  it('adds without float damage', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(addDecimals('9007199254740993', '0.01')).toBe('9007199254740993.01');
    expect(subtractDecimals('1', '-0.5')).toBe('1.5');
    expect(subtractDecimals('1', '1.25')).toBe('-0.25');
  });

  it('rounds half away from zero', () => {
    expect(['657640.946', '1.005', '-1.005', '2', '0.004'].map((value) => roundDecimal(value, 2))).toEqual([
      '657640.95',
      '1.01',
      '-1.01',
      '2.00',
      '0.00',
    ]);
  });

  it('compares by value, not by text', () => {
    expect(compareDecimals('9', '10')).toBeLessThan(0);
    expect(compareDecimals('1.50', '1.5')).toBe(0);
    expect([isZero('0.00'), isZero('-0'), isZero('0.01')]).toEqual([true, true, false]);
  });

  it('gives a share in hundredths, and none of nothing', () => {
    expect(percentOf('1879200', '9396000')).toBe('20.0');
    expect(percentOf('1', '0')).toBeUndefined();
  });
});
