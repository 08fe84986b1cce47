import type { Tender } from '#ocds';
import { type DemoProcess, generateProcess } from './generate-process.js';
import { DEFAULT_UNTIL } from './request.js';

const SIZE = 3000;
const DAYS = 86_400_000;
const processes = Array.from({ length: SIZE }, (_, index) => generateProcess(index, { seed: 21 }));
const releases = processes.flatMap((process) => process.releases);

const having = (test: (process: DemoProcess) => boolean): number => processes.filter(test).length;
const has = ({ releases: told }: DemoProcess, tag: string): boolean =>
  told.some((release) => release.tag.includes(tag));
const call = ({ releases: told }: DemoProcess): Tender | undefined =>
  told.find(({ tag }) => tag.includes('tender') && !tag.includes('award'))?.tender;

/** In: a part and its whole. The share, to the hundredth of a percent, must lie between the limits. */
function expectShare(part: number, whole: number, least: number, most: number): void {
  expect({ share: part / whole, least, most, within: part / whole >= least && part / whole <= most }).toMatchObject({
    within: true,
  });
}

describe('the proportions', () => {
  it('put more processes in recent years', () => {
    const years = ['2023', '2024', '2025', '2026'].map((year) => having(({ ocid }) => ocid.endsWith(year)));
    expect(years).toEqual(years.toSorted((a, b) => a - b));
    expect(years[0]).toBeGreaterThan(SIZE * 0.1);
  });

  it('have every stage at its end: planned only, called, cancelled, deserted, awarded, under way, closed', () => {
    expectShare(
      having((one) => one.releases.length === 1),
      SIZE,
      0.02,
      0.06,
    );
    expectShare(
      having((one) => has(one, 'tenderCancellation')),
      SIZE,
      0.01,
      0.03,
    );
    expectShare(
      having(({ releases: told }) => told.some(({ tender }) => tender?.status === 'unsuccessful')),
      SIZE,
      0.02,
      0.05,
    );
    expectShare(
      having((one) => has(one, 'award')),
      SIZE,
      0.78,
      0.9,
    );
    expectShare(
      having((one) => has(one, 'implementation') && !has(one, 'contractTermination')),
      SIZE,
      0.15,
      0.35,
    );
    expectShare(
      having((one) => has(one, 'contractTermination')),
      SIZE,
      0.45,
      0.65,
    );
    expectShare(
      having((one) => has(one, 'contractAmendment')),
      SIZE,
      0.05,
      0.14,
    );
  });

  it('have tenders open at the end of the world', () => {
    const open = having(({ releases: told }) => {
      const status = told.findLast(({ tender }) => tender?.status !== undefined)?.tender?.status;
      const end =
        told.findLast(({ tender }) => tender?.tenderPeriod !== undefined)?.tender?.tenderPeriod?.endDate ?? '';
      return status === 'active' && Date.parse(end) > Date.parse(DEFAULT_UNTIL);
    });
    expectShare(open, SIZE, 0.03, 0.07);
  });

  it('follow the methods of the law', () => {
    const methods = releases.flatMap(({ tender }) => tender?.procurementMethod ?? []);
    const share = (method: string): number => methods.filter((one) => one === method).length;
    expectShare(share('open'), methods.length, 0.55, 0.7);
    expectShare(share('direct'), methods.length, 0.22, 0.36);
    expectShare(share('selective'), methods.length, 0.04, 0.11);
  });

  it('leave out what real publishers leave out', () => {
    const calls = processes.flatMap((process) => call(process) ?? []) as Tender[];
    const awards = releases.flatMap((release) => release.awards ?? []);
    const signed = releases.filter(({ tag }) => tag.includes('contract')).flatMap((release) => release.contracts ?? []);
    expectShare(calls.filter(({ tenderPeriod }) => tenderPeriod === undefined).length, calls.length, 0.03, 0.08);
    expectShare(calls.filter(({ value }) => value === undefined).length, calls.length, 0.025, 0.07);
    expectShare(awards.filter(({ date }) => date === undefined).length, awards.length, 0.05, 0.1);
    expectShare(awards.filter(({ value }) => value === undefined).length, awards.length, 0.02, 0.06);
    expectShare(signed.filter(({ dateSigned }) => dateSigned === undefined).length, signed.length, 0.04, 0.1);
  });

  it('publish some awards late, more than 25 days after the event', () => {
    const lags = releases.flatMap(({ date, awards = [] }) =>
      awards.flatMap((award) => (award.date === undefined ? [] : Date.parse(date) - Date.parse(award.date))),
    );
    expectShare(lags.filter((lag) => lag > 25 * DAYS).length, lags.length, 0.08, 0.18);
  });
});
