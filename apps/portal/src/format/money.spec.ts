import { formatMoney, sumInWords } from './money.js';
import { formatCount, formatQuantity } from './number.js';
import { localeOf } from '../locale.js';

const es = localeOf('es');
const en = localeOf('en');

describe('money in text', () => {
  it('is written the Mexican way, with its currency', () => {
    expect(formatMoney({ amount: '1234567.89', currency: 'MXN' }, es)).toBe('$1,234,567.89 MXN');
    expect(formatMoney({ amount: '72349.20000000001', currency: 'MXN' }, es)).toBe('$72,349.20 MXN');
    expect(formatMoney({ amount: '-5', currency: 'MXN' }, es)).toBe('-$5.00 MXN');
  });

  it('gives the sign of the peso to pesos only', () => {
    expect(formatMoney({ amount: '10', currency: 'USD' }, es)).toBe('10.00 USD');
    expect(formatMoney({ amount: '10' }, es)).toBe('10.00 (moneda no reportada)');
  });

  it('never rounds a price away', () => {
    expect(formatMoney({ amount: '0.001', currency: 'MXN' }, es)).toBe('$0.001 MXN');
  });

  it('says large sums in words', () => {
    const said = (amount: string) => sumInWords({ amount, currency: 'MXN' }, es);
    expect(['999999.99', '1000000', '9396000', '19299000000', '44613000.50'].map(said)).toEqual([
      undefined,
      '1 millón de pesos',
      '9.4 millones de pesos',
      '19,299 millones de pesos',
      '44.6 millones de pesos',
    ]);
    expect(sumInWords({ amount: '19299000000', currency: 'MXN' }, en)).toBe('19.3 billion pesos');
    expect(sumInWords({ amount: '2500000', currency: 'USD' }, es)).toBe('2.5 millones de dólares');
  });

  it('does not name a currency it does not know', () => {
    expect(sumInWords({ amount: '2500000', currency: 'MNX' }, es)).toBeUndefined();
    expect(sumInWords({ amount: '2500000', currency: 'constructor' }, es)).toBeUndefined();
  });
});

describe('numbers in text', () => {
  it('group thousands and keep the decimals they have', () => {
    expect([formatCount(1234567), formatCount(12), formatQuantity('1234.500'), formatQuantity('30.0')]).toEqual([
      '1,234,567',
      '12',
      '1,234.5',
      '30',
    ]);
    expect(formatQuantity('100')).toBe('100');
  });
});
