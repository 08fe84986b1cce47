import type { Bilingual } from '../bilingual.js';
import type { Json, JsonObject } from '../json.js';
import { type Growth, growthBetween } from '../story/growth.js';
import type { Money } from '../story/money.js';
import type { Stage } from '../story/stage.js';
import { amountsOf } from './amounts-of.js';
import { changedLeaves, type LeafChange } from './changed-leaves.js';
import { type FoundPlace, placeOf } from './find-place.js';
import { gatherLeaves, type LeafGroup } from './gather-leaves.js';
import { pointerOf, type Step } from './identity-pointer.js';
import { compareSteps } from './order-differences.js';
import { type ShownValue, shownValue, titleOf } from './shown-value.js';
import { type WordDifference, wordDifferences } from './word-differences.js';

/** The part of a release that a difference belongs to; `process`: beside the stages. */
export type ComparedStage = 'process' | Stage | 'parties';

/** In the order in which differences are told. */
export const COMPARED_STAGES: readonly ComparedStage[] = [
  'process',
  'planning',
  'tender',
  'award',
  'contract',
  'implementation',
  'parties',
];

/** What is no longer as it was, to be read by people. */
export interface ReleaseDifference {
  readonly stage: ComparedStage;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Of what is told: a value, an amount with its currency, or a whole object that came or went. */
  readonly pointer: string;
  /** Where it is, from the outside in, without the field itself. */
  readonly trail: readonly TrailStep[];
  readonly field: Bilingual;
  readonly before?: ShownValue;
  readonly after?: ShownValue;
  /** Of amounts of one currency: by how much. */
  readonly growth?: Growth;
  /** Of long texts: word by word. */
  readonly words?: readonly WordDifference[];
  /** The pointers of the values it tells of. Each value that changed is told by one difference. */
  readonly leaves: readonly string[];
}

/** A field on the way, and of a list the item, by its id and what it goes by. */
export interface TrailStep {
  readonly label: Bilingual;
  readonly item?: { readonly id?: string; readonly title?: string };
}

/** Texts shorter than this are easier read whole. */
const LONG_TEXT = 60;

/**
 * What the second of two releases of a process, or of two compiled ones, says otherwise than the first: stage by stage,
 * within a stage in the order of the schema, whatever the order of members and items. Null is absent; ids, dates and
 * tags of the releases themselves do not count.
 */
export function compareReleases(before: JsonObject, after: JsonObject): readonly ReleaseDifference[] {
  return gatherLeaves(changedLeaves(before, after))
    .toSorted((one, other) => compareGroups(one, other))
    .map(tell);
}

function compareGroups(one: LeafGroup, other: LeafGroup): number {
  const [left, right] = [one, other].map(({ steps }) => COMPARED_STAGES.indexOf(stageOf(steps)));
  return left! - right! || compareSteps(one.steps, other.steps);
}

function tell(group: LeafGroup): ReleaseDifference {
  const { steps, before, after, around, leaves } = group;
  const place = placeOf(steps);
  const amounts = amountsOf(group);
  const growth = growthBetween(amounts.before, amounts.after);
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return {
    stage: stageOf(steps),
    kind,
    pointer: pointerOf(steps),
    trail: trailOf(place, around),
    field: place.label,
    ...shown('before', before, place, amounts.before),
    ...shown('after', after, place, amounts.after),
    ...(growth && { growth }),
    ...inWords(before, after),
    leaves: leaves.map(({ pointer }) => pointer),
  };
}

function shown<Side extends 'before' | 'after'>(
  side: Side,
  value: Json | undefined,
  { name, field }: FoundPlace,
  money: Money | undefined,
) {
  if (value === undefined) return {};
  const said: ShownValue = money ? { type: 'money', money } : shownValue(value, name, field);
  return { [side]: said } as Record<Side, ShownValue>;
}

function inWords(before: Json | undefined, after: Json | undefined) {
  if (typeof before !== 'string' || typeof after !== 'string') return {};
  return Math.max(before.length, after.length) < LONG_TEXT ? {} : { words: wordDifferences(before, after) };
}

/** The labelled fields above; an item is told with the list it is of. The first object around is the release. */
function trailOf({ above }: FoundPlace, around: LeafChange['around']): readonly TrailStep[] {
  return above.map(({ label, item }, index) => {
    if (item === undefined) return { label };
    const pair = around[index + 1];
    return { label, item: { ...(item.id !== undefined && { id: item.id }), ...titleOf(pair?.after ?? pair?.before) } };
  });
}

const STAGE_OF: Readonly<Record<string, ComparedStage>> = {
  planning: 'planning',
  tender: 'tender',
  bids: 'tender',
  awards: 'award',
  contracts: 'contract',
  parties: 'parties',
  buyer: 'parties',
};

function stageOf(steps: readonly Step[]): ComparedStage {
  const [first, , third] = steps;
  if (first === 'contracts' && third === 'implementation') return 'implementation';
  return (typeof first === 'string' && STAGE_OF[first]) || 'process';
}
