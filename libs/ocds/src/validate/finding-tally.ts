import { FINDING_SEVERITY } from './finding-severity.js';
import type { FindingExample, FindingGroup, FindingRule } from './finding.js';
import { phraseOf, type Phrase } from './phrase.js';

const EXAMPLES = 3;
const MOST_GROUPS = 1000;
const ANY_PATH = '*';

/** A group that is still counting. */
export interface OpenGroup extends FindingGroup {
  count: number;
  readonly examples: FindingExample[];
}

/** Groups by rule and path. Past 1,000 of them, further fields are counted by rule alone, under the path `*`. */
export interface FindingTally {
  readonly find: (rule: FindingRule, path: string) => OpenGroup | undefined;
  /** Begins the group that `find` did not find. */
  readonly begin: (rule: FindingRule, path: string, words: Phrase, title: string | undefined) => OpenGroup;
  readonly groups: () => readonly FindingGroup[];
}

/** An empty tally. Maps by rule and then by path spare making a key for every finding. */
export function createFindingTally(): FindingTally {
  const open: OpenGroup[] = [];
  const byRule = new Map<FindingRule, Map<string, OpenGroup>>();
  const isFull = (): boolean => open.length >= MOST_GROUPS;
  return {
    find: (rule, path) => {
      const byPath = byRule.get(rule);
      return byPath?.get(path) ?? (isFull() ? byPath?.get(ANY_PATH) : undefined);
    },
    begin: (rule, path, words, title) => {
      const group = isFull() ? anyPathGroup(rule) : emptyGroup(rule, path, words, title);
      open.push(group);
      byRule.set(rule, (byRule.get(rule) ?? new Map<string, OpenGroup>()).set(group.path, group));
      return group;
    },
    groups: () => open.map((group) => ({ ...group, examples: [...group.examples] })),
  };
}

/** True while the group still wants examples. */
export function wantsExamples(group: OpenGroup): boolean {
  return group.examples.length < EXAMPLES;
}

function emptyGroup(rule: FindingRule, path: string, words: Phrase, title: string | undefined): OpenGroup {
  const { message, remedy } = words;
  return { rule, severity: FINDING_SEVERITY[rule], path, title, message, remedy, count: 0, examples: [] };
}

function anyPathGroup(rule: FindingRule): OpenGroup {
  return emptyGroup(rule, ANY_PATH, phraseOf({ rule, path: ANY_PATH, pointer: '' }), undefined);
}
