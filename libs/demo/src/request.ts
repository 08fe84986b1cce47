import { DAY, type Instant, localMidnight, localYear } from './calendar.js';

/** What to generate. */
export interface DemoRequest {
  /** How many contracting processes. */
  readonly processes: number;
  /** Any whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** Only processes that begin in this year; otherwise the year of `until` and the three before, recent ones heavier. */
  readonly year?: number;
  /** RFC 3339 instant: what would be published after it does not exist yet. */
  readonly until?: string;
}

/** A year in which processes may begin, from–to, and how likely it is. */
export interface Season {
  readonly from: Instant;
  readonly to: Instant;
  readonly weight: number;
}

/** When processes may begin, and where the world ends. */
export interface DemoWindow {
  readonly seasons: readonly Season[];
  readonly until: Instant;
}

/** A request that cannot be met; `code` and `remedy` say why and what to do. */
export class DemoRequestError extends Error {
  override readonly name = 'DemoRequestError';

  constructor(
    readonly code: 'demo.processes' | 'demo.seed' | 'demo.until' | 'demo.year',
    message: string,
    readonly remedy: string,
  ) {
    super(`${message} ${remedy}`);
  }
}

export const DEFAULT_UNTIL = '2026-11-15T12:00:00-06:00';

const YEAR_WEIGHTS = [14, 20, 28, 38];

/** In: a count. Throws `DemoRequestError` (`demo.processes`) unless it is a whole number from 0 up. */
export function checkCount(processes: number): void {
  if (Number.isSafeInteger(processes) && processes >= 0) return;
  throw new DemoRequestError(
    'demo.processes',
    `Cannot generate ${processes} processes.`,
    'Give a whole number, 0 or more.',
  );
}

/** In: a request without its count. Out: its window. Throws `DemoRequestError` (`demo.seed`, `demo.until`, `demo.year`). */
export function openWindow({ seed, year, until = DEFAULT_UNTIL }: Omit<DemoRequest, 'processes'>): DemoWindow {
  checkSeed(seed);
  const end = readUntil(until);
  const seasons = year === undefined ? recentSeasons(end) : [season(year, end, 1)].filter(isOpen);
  if (seasons.length === 0)
    throw new DemoRequestError(
      'demo.year',
      `No process can begin in ${year} before ${until}.`,
      'Give an earlier year.',
    );
  return { seasons, until: end };
}

function checkSeed(seed: number): void {
  if (Number.isSafeInteger(seed) && seed >= 0) return;
  throw new DemoRequestError('demo.seed', `${seed} cannot be a seed.`, 'Give a whole number from 0 to 2^53 - 1.');
}

function readUntil(until: string): Instant {
  const instant = Date.parse(until);
  if (!Number.isNaN(instant)) return instant;
  throw new DemoRequestError('demo.until', `"${until}" is no date.`, `Write it like ${DEFAULT_UNTIL}.`);
}

function recentSeasons(until: Instant): Season[] {
  const last = localYear(until);
  return YEAR_WEIGHTS.map((weight, i) => season(last - 3 + i, until, weight)).filter(isOpen);
}

/** Four days before `until` leave room for a weekend and the publishing of the first release. */
function season(year: number, until: Instant, weight: number): Season {
  return { from: localMidnight(year, 1, 7), to: Math.min(localMidnight(year, 12, 12), until - 4 * DAY), weight };
}

function isOpen({ from, to }: Season): boolean {
  return from < to;
}
