import { compareDecimals, type Decimal, percentOf, roundDecimal, subtractDecimals } from './decimal.js';
import { isTold, type Money } from './money.js';

/** By how much an amount became another one. */
export interface Growth {
  readonly kind: 'grew' | 'shrank';
  /** Without a sign. */
  readonly difference: Money;
  /** Of the amount before, in hundredths, one decimal, without a sign. */
  readonly percent: Decimal;
}

/**
 * From one amount to another, to the centavo. Undefined when either says nothing, when they are of two currencies or one
 * has none, when only one of them includes IVA, or when they are equal.
 */
export function growthBetween(before: Money | undefined, after: Money | undefined): Growth | undefined {
  if (!isTold(before) || !isTold(after) || !areComparable(before, after)) return undefined;
  const [was, is] = [roundDecimal(before.amount, 2), roundDecimal(after.amount, 2)];
  const order = compareDecimals(is, was);
  if (order === 0) return undefined;
  const amount = order > 0 ? subtractDecimals(is, was) : subtractDecimals(was, is);
  const percent = percentOf(amount, was);
  if (percent === undefined) return undefined;
  return { kind: order > 0 ? 'grew' : 'shrank', difference: { amount, currency: after.currency }, percent };
}

/** Whether a difference between two amounts means something. */
export function areComparable(one: Money, other: Money): boolean {
  const ofOneCurrency = one.currency !== undefined && one.currency === other.currency;
  return ofOneCurrency && (one.iva === other.iva || one.iva === undefined || other.iva === undefined);
}
