import type { Release } from '#ocds';
import { generateProcess } from './generate-process.js';
import { generateProcesses } from './generate-processes.js';
import { DEFAULT_UNTIL } from './request.js';

const text = (processes: number, seed: number): string => JSON.stringify([...generateProcesses({ processes, seed })]);

const sample = Array.from({ length: 1500 }, (_, index) => generateProcess(index, { seed: 11 }));
const releases = sample.flatMap((process) => process.releases);

describe('generateProcesses', () => {
  it('gives the same bytes for the same request, and others for another seed', () => {
    expect(text(40, 3)).toBe(text(40, 3));
    expect(text(40, 3)).not.toBe(text(40, 4));
  });

  it('gives the same process whatever the length of the series', () => {
    expect(text(60, 3).startsWith(text(20, 3).slice(0, -1))).toBe(true);
    const alone = generateProcess(19, { seed: 3 }).releases;
    expect([...generateProcesses({ processes: 20, seed: 3 })].slice(-alone.length)).toEqual(alone);
  });

  it('is lazy: the start of an endless series costs nothing', () => {
    const first: Release[] = [];
    for (const release of generateProcesses({ processes: Number.MAX_SAFE_INTEGER, seed: 1 })) {
      if (first.push(release) === 10) break;
    }
    expect(first).toHaveLength(10);
  });

  it('can be walked twice', () => {
    const series = generateProcesses({ processes: 5, seed: 2 });
    expect([...series]).toEqual([...series]);
  });

  it('prints how fast it is', () => {
    const started = performance.now();
    let count = 0;
    for (const release of generateProcesses({ processes: 2000, seed: 9 })) count += release.id === '' ? 0 : 1;
    const perSecond = Math.round(count / ((performance.now() - started) / 1000));
    process.stdout.write(`demo: ${count} releases, ${perSecond} per second\n`);
    expect(count).toBeGreaterThan(10_000);
  });
});

describe('a process', () => {
  it('has an ocid made of prefix, body, number, version and year', () => {
    const shape = /^ocds-c7demo-[A-Z]{3}-\d\d-\d{4,}-00-202[3-6]$/;
    expect(sample.filter(({ ocid }) => !shape.test(ocid))).toEqual([]);
    expect(new Set(sample.map(({ ocid }) => ocid)).size).toBe(sample.length);
  });

  it('names each release after its ocid, its date in UTC and its tag, once', () => {
    for (const { id, ocid, date, tag } of releases) {
      const utc = `${new Date(date).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
      expect(id).toBe(`${ocid}-${utc}-${tag.at(-1)}`);
    }
    expect(new Set(releases.map(({ id }) => id)).size).toBe(releases.length);
  });

  it('begins with planning and goes forward in time, never past the end of the world', () => {
    for (const process of sample) {
      const instants = process.releases.map(({ date }) => Date.parse(date));
      expect(process.releases[0]?.tag).toEqual(['planning']);
      expect(instants).toEqual([...new Set(instants)].toSorted((a, b) => a - b));
      expect(instants.at(-1)).toBeLessThanOrEqual(Date.parse(DEFAULT_UNTIL));
    }
  });

  it('writes every date in Jalisco time', () => {
    const dates = JSON.stringify(releases.slice(0, 3000)).match(/"\d{4}-\d\d-\d\dT[^"]*"/g) ?? [];
    expect(dates.length).toBeGreaterThan(10_000);
    expect(dates.filter((date) => !/T\d\d:\d\d:\d\d-06:00"$/.test(date))).toEqual([]);
  });

  it('publishes nothing before it happened', () => {
    for (const { date, awards = [], contracts = [] } of releases) {
      const happened = [
        ...awards.map((award) => award.date),
        ...contracts.flatMap(({ dateSigned, implementation }) => [
          dateSigned,
          ...(implementation?.transactions ?? []).map((transaction) => transaction.date),
        ]),
      ];
      expect(happened.filter((event) => event !== undefined && Date.parse(event) > Date.parse(date))).toEqual([]);
    }
  });
});
