import { roundDecimal } from '#ocds';
import type { Decimal } from '#ocds';

/** `1234567` → `1,234,567`. Mexico and English agree on comma and point. */
export function formatCount(n: number): string {
  return groupThousands(Math.trunc(n).toString());
}

/** A quantity with the decimals it has: `1234.500` → `1,234.5`; at most six. */
export function formatQuantity(value: Decimal): string {
  const rounded = value.includes('.') ? roundDecimal(value, 6) : value;
  return groupThousands(rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded);
}

/** Commas between the thousands of decimal text. */
export function groupThousands(value: Decimal): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
