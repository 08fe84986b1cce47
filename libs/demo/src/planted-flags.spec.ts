import type { Contract, JsonObject, Period, Release, Value } from '#ocds';
import { generateProcess } from './generate-process.js';
import { plantedFlags } from './generate-processes.js';
import { DIRECT_AWARD_LIMIT, type FlagName } from './planted-flag.js';

const request = { processes: 1000, seed: 17 };
const planted = plantedFlags(request);
const processes = Array.from({ length: request.processes }, (_, index) => generateProcess(index, request));

/** In: what a detective would look for in one process. Out: where it is found. */
const found = (test: (releases: readonly Release[]) => boolean): string[] =>
  processes.filter(({ releases }) => test(releases)).map(({ ocid }) => ocid);
const listed = (flag: FlagName): string[] => planted.filter((one) => one.flag === flag).map(({ ocid }) => ocid);

describe('plantedFlags', () => {
  it('lists ten in a hundred, the same every time', () => {
    expect(planted).toHaveLength(100);
    expect(plantedFlags(request)).toEqual(planted);
    expect(planted[0]).toMatchObject({ flag: 'singleBid', indicator: 'R018', process: 4, group: null });
    expect(planted[0]?.ocid).toBe(processes[4]?.ocid);
  });

  it('lists exactly the competitions with a single bid', () => {
    expect(found((releases) => lastTender(releases, 'numberOfTenderers') === 1)).toEqual(listed('singleBid'));
  });

  it('lists exactly the submission periods under 15 days', () => {
    expect(found((releases) => submissionDays(releases) < 15)).toEqual(listed('shortSubmissionPeriod'));
  });

  it('lists exactly the processes with two bids of one price', () => {
    const twins = found((releases) => new Set(prices(releases)).size < prices(releases).length);
    expect(twins).toEqual(listed('identicalBidPrices'));
  });

  it('lists exactly the awards to a late bid', () => {
    expect(found(lateBidWon)).toEqual(listed('lateBidWon'));
  });

  it('lists exactly the processes where all bids but the winning one were disqualified', () => {
    const alone = found((releases) => {
      const verdicts = [...bidsOf(releases).values()].map(({ status }) => status);
      return verdicts.includes('disqualified') && verdicts.filter((status) => status === 'valid').length === 1;
    });
    expect(alone).toEqual(listed('othersDisqualified'));
  });

  it('lists exactly the contracts amended by more than 20 %', () => {
    const swollen = found((releases) =>
      contractsOf(releases).some(([first, ...later]) =>
        later.some(({ value }) => amount(value) > 1.2 * amount(first?.value)),
      ),
    );
    expect(swollen).toEqual(listed('largeAmendment'));
  });

  it('lists exactly the contracts paid over their last value', () => {
    expect(found((releases) => contractsOf(releases).some(overpaid))).toEqual(listed('paidOverContract'));
  });

  it('lists exactly the direct awards just under the limit, each to a group of one buyer, one supplier and few days', () => {
    expect(found((releases) => closeToLimit(releases))).toEqual(listed('splitDirectAwards'));
    for (const group of new Set(planted.flatMap((one) => one.group ?? []))) {
      const awards = planted.filter((one) => one.group === group).map(({ process }) => awardOf(process));
      expect(awards).toHaveLength(3);
      expect(new Set(awards.map(({ who }) => who)).size).toBe(1);
      expect(Math.max(...awards.map(({ at }) => at)) - Math.min(...awards.map(({ at }) => at))).toBeLessThan(
        7 * 86_400_000,
      );
    }
  });

  it('lists no pattern before the release that shows it', () => {
    const until = '2024-06-01T00:00:00-06:00';
    for (const { process, ocid } of plantedFlags({ ...request, until })) {
      const { flag, releases } = generateProcess(process, { seed: request.seed, until });
      expect(flag?.ocid).toBe(ocid);
      expect(Date.parse(releases.at(-1)!.date)).toBeLessThanOrEqual(Date.parse(until));
    }
    expect(plantedFlags({ processes: 68, seed: 17 }).map(({ flag }) => flag)).not.toContain('splitDirectAwards');
  });
});

function lastTender(releases: readonly Release[], member: string): unknown {
  return releases.findLast(({ tender }) => tender?.[member] !== undefined)?.tender?.[member];
}

function submissionDays(releases: readonly Release[]): number {
  const first = releases.find(({ tender }) => tender?.tenderPeriod)?.tender?.tenderPeriod;
  const last = lastTender(releases, 'tenderPeriod') as Period | undefined;
  if (first?.startDate === undefined || last?.endDate === undefined) return Number.POSITIVE_INFINITY;
  return Math.floor((Date.parse(last.endDate) - Date.parse(first.startDate)) / 86_400_000);
}

function bidsOf(releases: readonly Release[]): Map<unknown, JsonObject> {
  const bids = new Map<unknown, JsonObject>();
  const details = releases.flatMap(
    (release) => (release['bids'] as { details: JsonObject[] } | undefined)?.details ?? [],
  );
  for (const bid of details) bids.set(bid['id'], { ...bids.get(bid['id']), ...bid });
  return bids;
}

function prices(releases: readonly Release[]): unknown[] {
  return [...bidsOf(releases).values()].map((bid) => amount(bid['value'] as Value));
}

function lateBidWon(releases: readonly Release[]): boolean {
  const end = (lastTender(releases, 'tenderPeriod') as Period | undefined)?.endDate ?? '9999';
  const winner = releases.flatMap(({ awards = [] }) => awards)[0]?.suppliers?.[0]?.id;
  return [...bidsOf(releases).values()].some(
    (bid) => `${bid['date']}` > end && (bid['tenderers'] as { id: unknown }[])[0]?.id === winner,
  );
}

/** Out: what was told of each contract, in order. */
function contractsOf(releases: readonly Release[]): Contract[][] {
  const told = releases.flatMap(({ contracts = [] }) => contracts);
  return [...new Set(told.map(({ id }) => id))].map((id) => told.filter((contract) => contract.id === id));
}

function overpaid(told: readonly Contract[]): boolean {
  const paid = told.flatMap(({ implementation }) => implementation?.transactions ?? []);
  const cents = paid.reduce((sum, { value }) => sum + Math.round(amount(value) * 100), 0);
  return cents > Math.round(amount(told.findLast(({ value }) => value)?.value) * 100);
}

function closeToLimit(releases: readonly Release[]): boolean {
  const details = lastTender(releases, 'procurementMethodDetails');
  const values = releases.flatMap(({ awards = [] }) => awards).map(({ value }) => amount(value));
  return details === 'Adjudicación directa por monto' && values.some((value) => value >= 0.9 * DIRECT_AWARD_LIMIT);
}

function awardOf(index: number): { readonly who: string; readonly at: number } {
  const { buyer, awards = [] } = processes[index]!.releases.find(({ tag }) => tag.includes('award'))!;
  expect(amount(awards[0]?.value)).toBeLessThan(DIRECT_AWARD_LIMIT);
  return { who: `${buyer?.id} ${awards[0]?.suppliers?.[0]?.id}`, at: Date.parse(`${awards[0]?.date}`) };
}

function amount(value: Value | undefined): number {
  return value?.amount ?? 0;
}
