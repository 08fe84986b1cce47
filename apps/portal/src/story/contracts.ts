import { type ContractHistory, contractHistoriesOf, type Day, dayOf } from '#ocds';
import type { JsonObject, Money, Release, ValueStep } from '#ocds';
import type { ReleaseLine } from '../views.js';

/** The history of a contract with days in the place of releases. */
export interface ContractStory extends Omit<ContractHistory, 'original' | 'steps'> {
  readonly original?: { readonly day?: Day; readonly money: Money };
  readonly steps: readonly StoryStep[];
}

/** `day`: of the amendment; without one, of the release that told the value. */
export interface StoryStep extends Omit<ValueStep, 'release'> {
  readonly day?: Day;
}

/** How each contract came to its value, and what was paid of it. */
export function contractsOf(
  release: Release,
  releases: readonly ReleaseLine[],
  versioned: JsonObject | undefined,
): readonly ContractStory[] {
  const days = new Map(releases.map(({ id, date }) => [id, dayOf(date)]));
  const order = releases.map(({ id }) => id);
  return contractHistoriesOf(release, versioned, order).map(({ original, steps, ...history }) => ({
    ...history,
    ...(original && { original: { day: days.get(original.release), money: original.money } }),
    steps: steps.map(({ release: id, ...step }) => ({
      ...step,
      day: step.amendment ? step.amendment.day : days.get(id ?? ''),
    })),
  }));
}
