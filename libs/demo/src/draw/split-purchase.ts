import {
  type Buyer,
  type Family,
  families,
  type Procedure,
  procedures,
  sellersOf,
  type Supplier,
} from '../catalogue.js';
import { DAY } from '../calendar.js';
import { type Cents, withoutIva } from '../money.js';
import { DIRECT_AWARD_LIMIT, type Plant } from '../planted-flag.js';
import { createRandom, subSeed } from '../random.js';
import type { DemoWindow } from '../request.js';
import type { Purchase } from './purchase.js';
import { buyersOf } from './purchase.js';
import { drawStart, type Start } from './schedule.js';

/** One part of a purchase cut in pieces: the other parts have the same buyer, family and supplier, some days apart. */
export interface SplitPurchase extends Purchase {
  readonly supplier: Supplier;
  readonly start: Start;
}

/** Families cheap by the piece, so that a whole number of pieces comes close to the limit. */
const splittable: readonly Family[] = families.filter(({ group }) => group.id === '013' || group.id === '014');

const byAmount: Procedure = procedures.find(({ code }) => code === 'ADM')!; // the catalogue has it: tested

/** In: the plant of one part. Out: that part; what the parts share is drawn from the seed of their group. */
export function drawSplitPurchase(seed: number, plant: Plant, window: DemoWindow): SplitPurchase {
  const shared = createRandom(subSeed(subSeed(seed, plant.group ?? 0), GROUP_SALT));
  const family = shared.pick(splittable);
  const buyer: Buyer = shared.pick(buyersOf(family));
  const supplier = shared.pick(sellersOf(family.group.id));
  const { planned, lead } = drawStart(shared, window, true);
  const start = { planned: planned + plant.part * DAY, lead };
  return { buyer, family, supplier, procedure: byAmount, total: partTotal(plant.part), start };
}

const GROUP_SALT = 0x6772_7570;

/** 99.5, 98.5 and 97.5 % of the limit; rounding to whole pieces takes off one piece at most. */
function partTotal(part: number): Cents {
  return withoutIva(DIRECT_AWARD_LIMIT * (99.5 - part));
}
