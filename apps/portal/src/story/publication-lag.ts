import { dayOf, daysBetween, partsOf } from '#ocds';
import type { Day, Release } from '#ocds';
import type { ReleaseLine } from '../views.js';

/** How long after the award (fallo) the process was published. Negative: the publication is dated before it. */
export interface PublicationLag {
  readonly awarded: Day;
  readonly published: Day;
  readonly days: number;
  /** The same until this platform had that release, by its own clock: nobody can date that. */
  readonly here?: number;
}

const TELLS_THE_AWARD = /^(award|contract|implementation|compiled)/;

/**
 * Days from the first award to the first release that could tell it, by the date the publisher gave that release.
 * `undefined` when either date is missing.
 */
export function publicationLagOf(release: Release, releases: readonly ReleaseLine[]): PublicationLag | undefined {
  const awarded = earliest(partsOf(release.awards).map(({ date }) => date));
  const telling = releases.filter(({ tags }) => tags.some((tag) => TELLS_THE_AWARD.test(tag)));
  const published = earliest(telling.map(({ date }) => date));
  if (awarded === undefined || published === undefined) return undefined;
  const days = daysBetween(awarded, published);
  if (days === undefined) return undefined;
  const received = earliest(telling.map(({ receivedAt }) => receivedAt));
  const here = received === undefined ? undefined : daysBetween(awarded, received);
  return { awarded, published, days, ...(here !== undefined && { here }) };
}

function earliest(dates: readonly (string | undefined)[]): Day | undefined {
  return dates
    .map(dayOf)
    .filter((day) => day !== undefined)
    .toSorted()[0];
}
