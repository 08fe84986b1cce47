import { amount, amounts, amountWithWords } from './amount.js';
import type { Examples } from './examples.js';

export const amountExamples: Examples = {
  'an amount in pesos': (locale) => amount({ amount: '1234567.89', currency: 'MXN' }, locale),
  'with IVA': (locale) => amount({ amount: '116', currency: 'MXN', iva: 'with' }, locale),
  'without IVA': (locale) => amount({ amount: '100', currency: 'MXN', iva: 'without' }, locale),
  'another currency': (locale) => amount({ amount: '52000', currency: 'USD' }, locale),
  'no currency': (locale) => amount({ amount: '52000' }, locale),
  'not available': (locale) => amount(undefined, locale),
  'two currencies, never summed': (locale) =>
    amounts(
      [
        { amount: '100', currency: 'MXN' },
        { amount: '5', currency: 'USD' },
      ],
      locale,
    ),
  'a large sum in words': (locale) => amountWithWords({ amount: '9396000', currency: 'MXN' }, locale),
};
