import { DAY, daysLater, type Instant } from '../calendar.js';
import { type Cents, withIva } from '../money.js';
import type { Random } from '../random.js';
import type { Blueprint } from './blueprint.js';
import type { Lot } from './lots.js';

/** An amount with and without IVA that is part of another, to the cent. */
export interface Payment {
  readonly at: Instant;
  readonly gross: Cents;
  readonly net: Cents;
}

/** A change of the contract: a new sum, a new end, or both. */
export interface Change {
  readonly at: Instant;
  readonly net: Cents;
  readonly extraDays: number;
}

/** The contract of one lot and what becomes of it. */
export interface Deal {
  readonly lot: Lot;
  readonly signed: Instant;
  readonly starts: Instant;
  readonly days: number;
  readonly change: Change | undefined;
  readonly payments: readonly Payment[];
  /** When it is closed; some contracts stay open after the last payment. */
  readonly closed: Instant | undefined;
}

/** Out: the deal; natural changes stay at 15 % or less and payments add up to what was contracted in the end. */
export function drawDeal(random: Random, blueprint: Blueprint, lot: Lot): Deal {
  const { schedule, plant } = blueprint;
  const signed = daysLater(random, schedule.awarded, 3, 15);
  const starts = daysLater(random, signed, 1, 5);
  const days = contractDays(random, blueprint);
  const change = drawChange(random, blueprint, lot, starts, days);
  const over = plant?.flag === 'paidOverContract' ? random.real(1.12, 1.3) : 1;
  const payments = drawPayments(random, change?.net ?? lot.net, over, starts, days + (change?.extraDays ?? 0));
  const closes = plant !== undefined || random.chance(0.7);
  const closed = closes ? daysLater(random, payments.at(-1)!.at, 5, 30) : undefined;
  return { lot, signed, starts, days, change, payments, closed };
}

/** Plants stay short of half a year, so that their evidence comes before the end of the world. */
function contractDays(random: Random, { family, plant }: Blueprint): number {
  const days = random.integer(family.contractDays[0]!, family.contractDays[1]!);
  return plant === undefined ? days : Math.min(days, 150);
}

function drawChange(
  random: Random,
  { plant, procedure }: Blueprint,
  lot: Lot,
  starts: Instant,
  days: number,
): Change | undefined {
  const planted = plant?.flag === 'largeAmendment';
  if (!planted && (plant !== undefined || procedure.code === 'ADM' || !random.chance(0.12))) return undefined;
  const rise = planted ? random.real(0.22, 0.45) : random.chance(0.7) ? random.real(0.03, 0.15) : 0;
  const extraDays = rise === 0 || random.chance(0.5) ? random.integer(10, 45) : 0;
  return { at: daysLater(random, starts + days * 0.4 * DAY, 0, 3), net: Math.round(lot.net * (1 + rise)), extraDays };
}

/** Equal parts at equal intervals, the last one days after the end; it takes the odd cents and what is paid `over`. */
function drawPayments(random: Random, net: Cents, over: number, starts: Instant, days: number): readonly Payment[] {
  const count = Math.min(6, 1 + Math.floor(days / random.integer(35, 70)));
  const total = Math.round(net * over);
  return Array.from({ length: count }, (_, i) => ({
    at: daysLater(random, starts + ((i + 1) / count) * days * DAY, 2, 9),
    gross: partOf(withIva(net), withIva(total), count, i),
    net: partOf(net, total, count, i),
  }));
}

function partOf(whole: Cents, total: Cents, count: number, i: number): Cents {
  const part = Math.floor(whole / count);
  return i === count - 1 ? total - part * (count - 1) : part;
}
