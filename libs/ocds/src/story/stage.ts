import type { Contract, Release, Tender } from '../release.js';
import { hasContent, memberOf, partOf, partsOf, textOf } from './read.js';

/** The five stages of a contracting process, in order. */
export const STAGES = ['planning', 'tender', 'award', 'contract', 'implementation'] as const;

export type Stage = (typeof STAGES)[number];

/** How a process ended without (or after) its contract. */
export type Outcome = 'cancelled' | 'unsuccessful' | 'withdrawn' | 'terminated';

/** Where a process stands: the furthest stage that has content, and how it ended if it did. */
export interface State {
  readonly stage?: Stage;
  readonly outcome?: Outcome;
}

const NOT_YET_TENDERED: ReadonlySet<string | undefined> = new Set(['planning', 'planned']);
const ENDED: ReadonlySet<string> = new Set(['cancelled', 'unsuccessful', 'withdrawn']);

/** Reads the state from what the release contains; labels that publishers add are never consulted. */
export function stateOf(release: Release): State {
  return { stage: STAGES.findLast((stage) => isReached(release, stage)), outcome: outcomeOf(release) };
}

/** Whether the release contains anything of a stage. */
export function isReached(release: Release, stage: Stage): boolean {
  switch (stage) {
    case 'planning':
      return hasContent(release.planning) || isPlanned(release.tender);
    case 'tender':
      return hasContent(release.tender) && !isPlanned(release.tender);
    case 'award':
      return partsOf(release.awards).some(hasContent);
    case 'contract':
      return partsOf(release.contracts).some(hasContent);
    case 'implementation':
      return partsOf(release.contracts).some(isUnderWay);
  }
}

/** The stage a publisher wrote beside the data (Jalisco's `stageDescription`), where its wording is known. */
export function labelledStage(release: Release): Stage | undefined {
  const label = textOf(
    memberOf(memberOf(release, 'additionalProcessInformation'), 'stageDescription')?.['currentStage'],
  );
  return LABELS.find(([pattern]) => label !== undefined && pattern.test(label))?.[1];
}

const LABELS: readonly (readonly [RegExp, Stage])[] = [
  [/^planea/i, 'planning'],
  [/^(licita|convoca)/i, 'tender'],
  [/^adjudica/i, 'award'],
  [/^contrat/i, 'contract'],
  [/^(implementa|ejecu)/i, 'implementation'],
];

function isPlanned(tender: Tender | undefined): boolean {
  return hasContent(tender) && NOT_YET_TENDERED.has(textOf(partOf(tender)?.status));
}

function isUnderWay(contract: Contract): boolean {
  return hasContent(contract.implementation);
}

function outcomeOf(release: Release): Outcome | undefined {
  const awards = partsOf(release.awards);
  const contracts = partsOf(release.contracts);
  if (contracts.length > 0 && contracts.every(({ status }) => status === 'cancelled')) return 'cancelled';
  if (contracts.length > 0) return contracts.every(({ status }) => status === 'terminated') ? 'terminated' : undefined;
  if (awards.some(({ status }) => !ENDED.has(textOf(status) ?? ''))) return undefined;
  const ending = textOf(awards[0]?.status) ?? textOf(partOf(release.tender)?.status);
  return ending !== undefined && ENDED.has(ending) ? (ending as Outcome) : undefined;
}
