import type { Supplier } from '../catalogue.js';
import type { Cents } from '../money.js';
import type { Random } from '../random.js';
import { type Line, netOf } from './lines.js';

/** What one supplier is awarded: its lines at the awarded prices, and their sum without IVA. */
export interface Lot {
  readonly number: number;
  readonly supplier: Supplier;
  readonly lines: readonly Line[];
  readonly net: Cents;
}

/** In: the lines at estimated prices and the winners (as many as lots). Out: the lots, each with a cut in price. */
export function drawLots(
  random: Random,
  lines: readonly Line[],
  winners: readonly Supplier[],
  cut: readonly [number, number],
): readonly Lot[] {
  return winners.map((supplier, i) => {
    const own = lines.filter((_, place) => place % winners.length === i);
    const priced = cutPrices(own, 1 - random.real(...cut));
    return { number: i + 1, supplier, lines: priced, net: netOf(priced) };
  });
}

function cutPrices(lines: readonly Line[], factor: number): readonly Line[] {
  return lines.map((line) => ({ ...line, unitNet: Math.max(1, Math.round(line.unitNet * factor)) }));
}
