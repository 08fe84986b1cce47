import type { Supplier } from '../catalogue.js';
import { HOUR, type Instant } from '../calendar.js';
import type { Cents } from '../money.js';
import type { FlagName } from '../planted-flag.js';
import type { Random } from '../random.js';
import type { Schedule } from './schedule.js';

/** A proposal: its price without IVA, when it came in, and whether it was found solvent. */
export interface Bid {
  readonly id: string;
  readonly supplier: Supplier;
  readonly net: Cents;
  readonly date: Instant;
  readonly valid: boolean;
}

/**
 * In: who takes part (the first wins, at `winningNet`) and what is planted.
 * Out: their bids. Unless planted, the winner is the lowest, no two prices are equal, none is late and two at least are valid.
 */
export function drawBids(
  random: Random,
  competitors: readonly Supplier[],
  winningNet: Cents,
  { called, closes }: Schedule,
  flag: FlagName | undefined,
): readonly Bid[] {
  const disqualifiesLast = flag === undefined && competitors.length > 3 && random.chance(0.25);
  const firstLoser = Math.round(winningNet * random.real(1.03, 1.09));
  return competitors.map((supplier, i) => ({
    id: `P-${i + 1}`,
    supplier,
    net: priceOf(i, winningNet, firstLoser, flag),
    date: i === 0 && flag === 'lateBidWon' ? closes + 2 * HOUR : received(random, called, closes),
    valid: i === 0 || (flag !== 'othersDisqualified' && !(disqualifiesLast && i === competitors.length - 1)),
  }));
}

/** Losers rise in steps, so that only a plant makes two of them equal. */
function priceOf(place: number, winningNet: Cents, firstLoser: Cents, flag: FlagName | undefined): Cents {
  if (place === 0) return winningNet;
  const steps = flag === 'identicalBidPrices' && place === 2 ? 0 : place - 1;
  return firstLoser + steps * Math.max(1, Math.round(winningNet * 0.037));
}

/** Proposals come in during the last fifth of the period, to the second. */
function received(random: Random, called: Instant, closes: Instant): Instant {
  const last = Math.floor((closes - called) / 5000);
  return closes - random.integer(60, last) * 1000;
}
