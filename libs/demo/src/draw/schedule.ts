import type { Procedure } from '../catalogue.js';
import { DAY, daysLater, type Instant, localYear, officeHour, wholeHour } from '../calendar.js';
import type { Plant } from '../planted-flag.js';
import type { Random } from '../random.js';
import type { DemoWindow, Season } from '../request.js';

/** The dates of a process up to its award. A direct award has no call: its dates fall together. */
export interface Schedule {
  readonly planned: Instant;
  readonly called: Instant;
  /** The end of the submission period as first called; `closes` when nobody extended it. */
  readonly firstCloses: Instant;
  readonly closes: Instant;
  readonly opened: Instant;
  readonly awarded: Instant;
}

/** When a process begins, and how many days it may stay in planning (from, to). */
export interface Start {
  readonly planned: Instant;
  readonly lead: readonly [number, number];
}

/** Share of processes that begin just before `until`, so that their tender is still open there. */
const CURRENT = 0.05;

/** In: the window, and whether the process must begin early enough for all its life to fit in. Out: its start. */
export function drawStart(random: Random, window: DemoWindow, early: boolean): Start {
  if (!early && random.chance(CURRENT)) {
    const planned = officeHour(random, window.until - random.integer(12, 16) * DAY);
    if (window.seasons.some(({ from }) => localYear(from) === localYear(planned))) return { planned, lead: [4, 7] };
  }
  const { from, to } = random.weighted(early ? earlySeasons(window.seasons) : window.seasons);
  return { planned: officeHour(random, random.real(from, to)), lead: [7, 35] };
}

/** In: the start, the procedure and the plant. Out: the dates; a planted short period has less than a week. */
export function drawSchedule(random: Random, start: Start, procedure: Procedure, plant: Plant | undefined): Schedule {
  const { planned, lead } = start;
  if (procedure.submissionDays === undefined) return directSchedule(random, planned);
  const called = wholeHour(daysLater(random, planned, ...lead));
  const firstCloses = deadline(random, called, submissionDays(random, procedure.submissionDays, plant));
  const closes = plant === undefined && random.chance(0.1) ? deadline(random, firstCloses, 3) : firstCloses;
  const opened = daysLater(random, closes, 1, 2);
  return { planned, called, firstCloses, closes, opened, awarded: daysLater(random, opened, 4, 18) };
}

function directSchedule(random: Random, planned: Instant): Schedule {
  const awarded = daysLater(random, planned, 4, 6);
  return { planned, called: awarded, firstCloses: awarded, closes: awarded, opened: awarded, awarded };
}

/** Out: a whole hour, `days` whole days later at least and three more at most (a weekend between). */
function deadline(random: Random, from: Instant, days: number): Instant {
  return wholeHour(officeHour(random, from + (days + 1) * DAY));
}

function submissionDays(random: Random, [from, to]: readonly number[], plant: Plant | undefined): number {
  return plant?.flag === 'shortSubmissionPeriod' ? random.integer(0, 2) : random.integer(from!, to!);
}

function earlySeasons(seasons: readonly Season[]): readonly Season[] {
  if (seasons.length > 1) return seasons.slice(0, -1);
  return seasons.map(({ from, to, weight }) => ({ from, to: from + (to - from) * 0.4, weight }));
}
