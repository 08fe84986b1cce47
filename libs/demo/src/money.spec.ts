import { money, withIva, withoutIva } from './money.js';

describe('money', () => {
  it('adds 16 % and rounds to the cent', () => {
    expect(money(15_480_000)).toEqual({ amount: 179_568, netAmount: 154_800, currency: 'MXN' });
    expect(money(3)).toEqual({ amount: 0.03, netAmount: 0.03, currency: 'MXN' });
    expect(money(7_234_920)).toEqual({ amount: 83_925.07, netAmount: 72_349.2, currency: 'MXN' });
  });

  it('takes IVA off without ever going over', () => {
    for (const gross of [1, 99, 11_600, 24_999_999, 25_000_000])
      expect(withIva(withoutIva(gross))).toBeLessThanOrEqual(gross);
  });
});
