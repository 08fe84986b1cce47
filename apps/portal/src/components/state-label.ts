import type { State } from '#ocds';
import type { ProcessRow } from '#search';
import type { Locale } from '../locale.js';

const OVER: Readonly<Record<string, 'cancelled' | 'unsuccessful' | 'withdrawn' | 'tenderOver'>> = {
  cancelled: 'cancelled',
  unsuccessful: 'unsuccessful',
  withdrawn: 'withdrawn',
  complete: 'tenderOver',
};

/** Where a process stands, in words. `tenderStatus` matters only while nothing has been awarded. */
export function stateLabel({ stage, outcome }: State, tenderStatus: string | undefined, { words }: Locale): string {
  if (outcome !== undefined) return words.state[outcome];
  if (stage === undefined) return words.state.unknown;
  const waiting = stage === 'tender' || stage === 'planning';
  const over =
    waiting && tenderStatus !== undefined && Object.hasOwn(OVER, tenderStatus) ? OVER[tenderStatus] : undefined;
  return words.state[over ?? stage];
}

/** The same of a row of a search. */
export function rowStateLabel({ stage, outcome, tenderStatus }: ProcessRow, locale: Locale): string {
  return stateLabel({ stage, outcome: outcome ?? undefined }, tenderStatus ?? undefined, locale);
}
