import {
  type Buyer,
  type Dirt,
  type Family,
  type Procedure,
  purposes,
  sellersOf,
  type Supplier,
} from '../catalogue.js';
import { localYear } from '../calendar.js';
import { type FlagName, type Plant, plantAt } from '../planted-flag.js';
import type { Random } from '../random.js';
import type { DemoWindow } from '../request.js';
import { type Bid, drawBids } from './bids.js';
import { drawDirt } from './dirt.js';
import { drawLines, type Line } from './lines.js';
import { drawLots, type Lot } from './lots.js';
import { drawPurchase } from './purchase.js';
import { drawSchedule, drawStart, type Schedule } from './schedule.js';
import { drawSplitPurchase } from './split-purchase.js';

/** How a process ends when nothing cuts it short: left in planning, cancelled, without a winner, or awarded. */
export type Fate = 'stalled' | 'cancelled' | 'unsuccessful' | 'awarded';

/** All that several stages of one process must agree on. */
export interface Blueprint {
  readonly index: number;
  readonly year: number;
  readonly ocid: string;
  /** The procedure's own number, `LPL 0012/2026`; also the id of the tender. */
  readonly number: string;
  readonly title: string;
  readonly buyer: Buyer;
  readonly family: Family;
  readonly procedure: Procedure;
  readonly schedule: Schedule;
  readonly lines: readonly Line[];
  /** Who takes part, winners first. Empty for a direct award, and when nobody came. */
  readonly competitors: readonly Supplier[];
  readonly bids: readonly Bid[];
  readonly lots: readonly Lot[];
  readonly fate: Fate;
  readonly plant: Plant | undefined;
  readonly dirt: ReadonlySet<Dirt>;
}

const NO_DIRT: ReadonlySet<Dirt> = new Set();

/** Share of awarded competitions that publish their bids; all the planted ones do. */
const PUBLISHED_BIDS = 0.6;

/** In: the number of the process in the series and its own stream of chance. Out: its blueprint. */
export function drawBlueprint(index: number, seed: number, random: Random, window: DemoWindow): Blueprint {
  const plant = plantAt(index);
  const split = plant?.flag === 'splitDirectAwards' ? drawSplitPurchase(seed, plant, window) : undefined;
  const { buyer, family, procedure, total } = split ?? drawPurchase(random, plant);
  const schedule = drawSchedule(
    random,
    split?.start ?? drawStart(random, window, plant !== undefined),
    procedure,
    plant,
  );
  const fate = plant === undefined ? drawFate(random, procedure) : 'awarded';
  const lines = drawLines(random, family, total, split === undefined ? 6 : 1);
  const takers = split === undefined ? drawTakers(random, family, procedure, fate, plant?.flag) : [split.supplier];
  const lots = fate === 'awarded' ? drawAllLots(random, lines, takers, procedure, plant) : [];
  const competitors = procedure.method === 'direct' ? [] : takers;
  const showsBids =
    lots.length === 1 && competitors.length > 0 && (plant !== undefined || random.chance(PUBLISHED_BIDS));
  const bids = showsBids ? drawBids(random, competitors, lots[0]!.net, schedule, plant?.flag) : [];
  const dirt = plant === undefined ? drawDirt(random) : NO_DIRT;
  const title = `${family.title} para ${random.pick(purposes)}`;
  const names = nameProcess(index, buyer, procedure, localYear(schedule.planned));
  return {
    index,
    title,
    buyer,
    family,
    procedure,
    schedule,
    lines,
    competitors,
    bids,
    lots,
    fate,
    plant,
    dirt,
    ...names,
  };
}

/** The consecutive number is the place in the series, so an ocid never depends on how many are generated. */
function nameProcess(
  index: number,
  { ocidPart }: Buyer,
  { code }: Procedure,
  year: number,
): Pick<Blueprint, 'year' | 'ocid' | 'number'> {
  const consecutive = `${index + 1}`.padStart(4, '0');
  return { year, ocid: `ocds-c7demo-${ocidPart}-${consecutive}-00-${year}`, number: `${code} ${consecutive}/${year}` };
}

function drawFate(random: Random, { method }: Procedure): Fate {
  const luck = random.real(0, 1);
  if (luck < 0.02) return 'stalled';
  if (method === 'direct' || luck >= 0.11) return 'awarded';
  return luck < 0.05 ? 'cancelled' : 'unsuccessful';
}

/** A lone bidder is a red flag (R018), so there is one only where it was planted. */
function drawTakers(
  random: Random,
  { group }: Family,
  { method }: Procedure,
  fate: Fate,
  flag: FlagName | undefined,
): readonly Supplier[] {
  if (fate === 'unsuccessful' && random.chance(0.6)) return [];
  const least = method === 'selective' || flag === 'identicalBidPrices' || flag === 'othersDisqualified' ? 3 : 2;
  const count = method === 'direct' || flag === 'singleBid' ? 1 : random.integer(least, 6);
  return random.sample(sellersOf(group.id), count);
}

function drawAllLots(
  random: Random,
  lines: readonly Line[],
  takers: readonly Supplier[],
  { method }: Procedure,
  plant: Plant | undefined,
): readonly Lot[] {
  const divides = plant === undefined && lines.length > 1 && takers.length > 1 && random.chance(0.2);
  const winners = takers.slice(0, divides ? 2 : 1);
  return drawLots(random, lines, winners, method === 'direct' ? [0, 0] : [0.02, 0.18]);
}
