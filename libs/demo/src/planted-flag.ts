import flagList from './catalogues/planted-flags.json' with { type: 'json' };

/** A red flag put into the data on purpose, so that whoever looks for it can be measured. */
export type FlagName =
  | 'singleBid'
  | 'shortSubmissionPeriod'
  | 'identicalBidPrices'
  | 'lateBidWon'
  | 'othersDisqualified'
  | 'largeAmendment'
  | 'paidOverContract'
  | 'splitDirectAwards';

export interface PlantedFlag {
  readonly flag: FlagName;
  /** Cardinal's code for the same pattern, where it has one (https://cardinal.readthedocs.io/en/latest/cli/indicators/). */
  readonly indicator: string | null;
  readonly ocid: string;
  /** Number of the process in the series, from 0. */
  readonly process: number;
  /** Processes that make one pattern together share it (the parts of a split purchase). */
  readonly group: string | null;
  /** What was planted, for people. */
  readonly description: string;
}

/** The plant of one place in the series; the last release with the tag `evidence` shows it. */
export interface Plant {
  readonly flag: FlagName;
  readonly indicator: string | null;
  readonly evidence: string;
  readonly description: string;
  readonly group: number | null;
  /** Which part of a split purchase, from 0. */
  readonly part: number;
}

/** Every hundred processes repeat the plan, each hundred with its own draws. */
const CYCLE = 100;

/** Pesos with IVA; a limit of the demonstration, not one in force: each body sets its own per year. */
export const DIRECT_AWARD_LIMIT = 250_000;

/** In: the number of a process. Out: what is planted there, if anything. */
export function plantAt(index: number): Plant | undefined {
  const place = index % CYCLE;
  const found = flagList.find(({ places }) => places.includes(place));
  if (found === undefined) return undefined;
  const { flag, indicator, evidence, description, places } = found;
  const group = places.length > 1 ? Math.floor(index / CYCLE) : null;
  return { flag: flag as FlagName, indicator, evidence, description, group, part: places.indexOf(place) };
}

/** Out: the plant as the public list states it. */
export function describePlant(plant: Plant, ocid: string, index: number): PlantedFlag {
  const { flag, indicator, description, group } = plant;
  return { flag, indicator, ocid, process: index, group: group === null ? null : `${flag}-${group}`, description };
}
