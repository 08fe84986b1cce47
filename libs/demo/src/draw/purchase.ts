import { type Buyer, buyers, type Family, families, type Procedure, procedures } from '../catalogue.js';
import type { Cents } from '../money.js';
import { withoutIva } from '../money.js';
import type { Plant } from '../planted-flag.js';
import type { Random } from '../random.js';

/** Who buys what, by which procedure, and for how much about (cents without IVA). */
export interface Purchase {
  readonly buyer: Buyer;
  readonly family: Family;
  readonly procedure: Procedure;
  readonly total: Cents;
}

/** In: what is planted, if anything (plants need an open procedure). Out: a purchase that can be believed. */
export function drawPurchase(random: Random, plant: Plant | undefined): Purchase {
  const family = random.pick(families);
  const procedure = random.weighted(proceduresFor(family, plant !== undefined));
  return { family, procedure, buyer: random.pick(buyersOf(family)), total: drawTotal(random, family, procedure) };
}

/** Out: the buyers that would buy it. */
export function buyersOf({ boughtBy }: Family): readonly Buyer[] {
  return boughtBy === undefined ? buyers : buyers.filter(({ ocidPart }) => boughtBy.includes(ocidPart));
}

function proceduresFor(family: Family, openOnly: boolean): readonly Procedure[] {
  return procedures.filter(
    ({ categories, method, total }) =>
      categories.includes(family.category) && total[0]! <= family.largestPurchase && (!openOnly || method === 'open'),
  );
}

/** Small purchases are many and large ones few: even over the orders of magnitude. */
function drawTotal(random: Random, { largestPurchase }: Family, { total }: Procedure): Cents {
  const largest = Math.min(total[1]!, largestPurchase);
  const gross = Math.exp(random.real(Math.log(total[0]!), Math.log(largest)));
  return withoutIva(Math.floor(gross * 100));
}
