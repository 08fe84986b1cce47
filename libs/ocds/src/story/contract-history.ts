import type { Json, JsonObject } from '../json.js';
import type { Amendment, Contract, Release } from '../release.js';
import { type Day, dayOf } from './day.js';
import { type Decimal, percentOf } from './decimal.js';
import { areComparable, type Growth, growthBetween } from './growth.js';
import type { Money } from './money.js';
import { knownMoneyOf, paymentsOf, sumByCurrency } from './money-by-stage.js';
import { memberOf, membersOf, partsOf, textOf } from './read.js';
import { type PlaceOf, releasesOf, type ToldValue, toldValues } from './told-values.js';

/** How the value of a contract came to be what it is, and what has been paid of it. */
export interface ContractHistory {
  readonly id?: string;
  /** The first value that a release told, and that release. */
  readonly original?: ToldValue;
  readonly steps: readonly ValueStep[];
  readonly now?: Money;
  /** From the original to now. */
  readonly growth?: Growth;
  readonly payments: number;
  readonly paid: readonly Money[];
  /** Paid in hundredths of the value now, one decimal; absent when the two cannot be compared. */
  readonly paidShare?: Decimal;
}

/** An amendment, or a value told anew without one. */
export interface ValueStep {
  /** The release that told it; absent when the source does not let us know. */
  readonly release?: string;
  readonly amendment?: { readonly day?: Day; readonly text?: string };
  readonly before?: Money;
  readonly after?: Money;
  readonly growth?: Growth;
}

/**
 * The value of each contract from the release that first told it to the present. An amendment goes with the change of
 * value of the release that first told it; of several in one release, the last of them does.
 * @param release compiled
 * @param versioned the versioned release of the same process; without it only the present is known
 * @param order ids of its releases, oldest first
 */
export function contractHistoriesOf(
  release: Release,
  versioned: JsonObject | undefined,
  order: readonly string[],
): readonly ContractHistory[] {
  const past = new Map(membersOf(versioned, 'contracts').map((contract) => [textOf(contract['id']), contract]));
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = (id: string) => places.get(id) ?? -1;
  return partsOf(release.contracts).map((contract) => historyOf(contract, past.get(textOf(contract.id)), placeOf));
}

function historyOf(contract: Contract, past: JsonObject | undefined, placeOf: PlaceOf): ContractHistory {
  const values = toldValues(memberOf(past, 'value'), placeOf);
  const now = knownMoneyOf(memberOf(contract, 'value'));
  const payments = paymentsOf(contract);
  const paid = sumByCurrency(payments.map((payment) => memberOf(payment, 'value')));
  return {
    id: textOf(contract.id),
    original: values[0],
    steps: stepsOf(amendmentsOf(contract, past, placeOf), values, placeOf),
    now,
    growth: growthBetween(values[0]?.money, now),
    payments: payments.length,
    paid,
    paidShare: shareOf(paid, now),
  };
}

function shareOf(paid: readonly Money[], now: Money | undefined): Decimal | undefined {
  const [sum, ...others] = paid;
  if (sum === undefined || now === undefined || others.length > 0 || !areComparable(sum, now)) return undefined;
  return percentOf(sum.amount, now.amount);
}

function stepsOf(
  amendments: readonly ValueStep[],
  values: readonly ToldValue[],
  placeOf: PlaceOf,
): readonly ValueStep[] {
  const releases = [...amendments, ...values.slice(1)].map(({ release }) => release);
  const placed = (release: string | undefined) => (release === undefined ? Infinity : placeOf(release));
  return [...new Set(releases)]
    .toSorted((a, b) => Math.sign(placed(a) - placed(b)) || 0)
    .flatMap((release) => {
      const own = amendments.filter((amendment) => amendment.release === release).toSorted(byDay);
      if (release === undefined) return own;
      return withChange(own, { release, ...valuesAround(placeOf(release), values, placeOf) });
    });
}

function byDay(a: ValueStep, b: ValueStep): number {
  return (a.amendment?.day ?? '9999').localeCompare(b.amendment?.day ?? '9999');
}

function withChange(amendments: readonly ValueStep[], change: ValueStep): readonly ValueStep[] {
  if (amendments.length === 0) return [change];
  return [...amendments.slice(0, -1), { ...amendments.at(-1)!, ...change }];
}

/** What a contract was worth before the release in a place, and after it. */
function valuesAround(place: number, values: readonly ToldValue[], placeOf: PlaceOf): ValueStep {
  const before = values.findLast(({ release }) => placeOf(release) < place)?.money;
  const after = values.findLast(({ release }) => placeOf(release) <= place)?.money;
  return { before, after, growth: growthBetween(before, after) };
}

function amendmentsOf(contract: Contract, past: JsonObject | undefined, placeOf: PlaceOf): readonly ValueStep[] {
  const told = new Map(membersOf(past, 'amendments').map((amendment) => [textOf(amendment['id']), amendment]));
  return partsOf(contract.amendments).map((amendment) => ({
    amendment: { day: dayOf(amendment.date), text: textOf(amendment.rationale) ?? textOf(amendment.description) },
    release: releaseOf(amendment, told.get(textOf(amendment.id)), placeOf),
  }));
}

/** The release that first told an amendment: as the history has it, else as the amendment itself says. */
function releaseOf(amendment: Amendment, told: JsonObject | undefined, placeOf: PlaceOf): string | undefined {
  const named = textOf(amendment['releaseID'] as Json | undefined);
  const known = [...releasesOf(told ?? {}, placeOf), named].filter((id) => id !== undefined);
  return known.find((id) => placeOf(id) >= 0);
}
