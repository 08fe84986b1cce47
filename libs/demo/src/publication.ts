import { DAY, daysLater, HOUR, type Instant, officeHour } from './calendar.js';
import type { Blueprint } from './draw/blueprint.js';
import type { Random } from './random.js';

/** Out: when an event is published by an office that keeps up: an hour later at the earliest, within two working days. */
export function promptly(random: Random, at: Instant): Instant {
  return Math.max(at + HOUR, officeHour(random, at + random.integer(0, 2) * DAY));
}

/** Out: as `promptly`, but 30 to 120 days after when the process is one of those published late. */
export function promptlyOrLate(random: Random, at: Instant, { dirt }: Blueprint): Instant {
  return dirt.has('latePublication') ? daysLater(random, at, 30, 120) : promptly(random, at);
}
