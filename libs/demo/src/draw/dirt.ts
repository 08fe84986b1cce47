import { type Dirt, dirtShares } from '../catalogue.js';
import type { Random } from '../random.js';

const shares = Object.entries(dirtShares) as [Dirt, number][];

/** Out: what is wrong with the data of one process; each defect falls by itself, at its own share. */
export function drawDirt(random: Random): ReadonlySet<Dirt> {
  return new Set(shares.filter(([, share]) => random.chance(share)).map(([dirt]) => dirt));
}
