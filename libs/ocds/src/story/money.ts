import { type Decimal, decimalOf, isZero } from './decimal.js';

/** An amount of one currency (ISO 4217), as exact decimal text. `iva` only where the source says it. */
export interface Money {
  readonly amount: Decimal;
  readonly currency?: string;
  readonly iva?: 'with' | 'without';
}

/** Whether an amount says anything: a number other than zero, which publishers write for "not told". */
export function isTold(money: Money | undefined): money is Money {
  const amount = decimalOf(money?.amount);
  return amount !== undefined && !isZero(amount);
}
