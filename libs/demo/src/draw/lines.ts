import type { Family, FamilyItem } from '../catalogue.js';
import type { Cents } from '../money.js';
import type { Random } from '../random.js';

/** A line of a purchase: so many units of an item at a unit price in cents without IVA. */
export interface Line {
  readonly id: string;
  readonly item: FamilyItem;
  readonly quantity: number;
  readonly unitNet: Cents;
}

/** Out: the exact sum of the lines, cents without IVA. */
export function netOf(lines: readonly Line[]): Cents {
  return lines.reduce((sum, { quantity, unitNet }) => sum + quantity * unitNet, 0);
}

/** In: the total to come near to, from below. Out: one to `most` lines of the family with whole quantities. */
export function drawLines(random: Random, family: Family, total: Cents, most: number): readonly Line[] {
  const wanted = random.sample(family.items, random.integer(1, most));
  const share = total / wanted.length;
  const affordable = wanted.filter((item) => leastPrice(item) <= share);
  const items = affordable.length > 0 ? affordable : [cheapest(family)];
  return items.map((item, i) => drawLine(random, item, total / items.length, `${i + 1}`));
}

function drawLine(random: Random, item: FamilyItem, share: Cents, id: string): Line {
  const { unitPrice, quantity } = item;
  if (unitPrice !== undefined) {
    const unitNet = Math.min(random.integer(unitPrice[0]! * 100, unitPrice[1]! * 100), Math.floor(share));
    return { id, item, unitNet, quantity: Math.floor(share / unitNet) };
  }
  const times = random.integer(quantity![0]!, quantity![1]!); // an item has a price or a range of quantities
  return { id, item, quantity: times, unitNet: Math.floor(share / times) };
}

function leastPrice({ unitPrice }: FamilyItem): Cents {
  return (unitPrice?.[0] ?? 0) * 100;
}

function cheapest({ items }: Family): FamilyItem {
  return items.reduce((least, item) => (leastPrice(item) < leastPrice(least) ? item : least));
}
