import { createFindingTally, wantsExamples, type FindingTally } from './finding-tally.js';
import type { Finding, FindingExample, FindingGroup } from './finding.js';

/** Groups findings by rule and generic path: the first's words, the count, the first three places. */
export function groupFindings(findings: Iterable<Finding>): readonly FindingGroup[] {
  const tally = createFindingTally();
  for (const finding of findings) addTo(tally, { ...finding, count: 1, examples: [exampleOf(finding)] });
  return tally.groups();
}

/** Groups growing with a stream of documents. */
export interface FindingCollector {
  /** Adds the groups of one verdict; `source` (an ocid, a line number) is kept with its examples. */
  readonly add: (groups: readonly FindingGroup[], source?: string) => void;
  readonly groups: () => readonly FindingGroup[];
}

/**
 * Collects the findings of many releases in bounded memory: past 1,000 groups, findings on further fields are counted
 * by rule alone, under the path `*`.
 */
export function createFindingCollector(): FindingCollector {
  const tally = createFindingTally();
  return {
    add: (groups, source) => {
      for (const group of groups) addTo(tally, group, source);
    },
    groups: tally.groups,
  };
}

function addTo(tally: FindingTally, group: FindingGroup, source?: string): void {
  const { rule, path, title } = group;
  const open = tally.find(rule, path) ?? tally.begin(rule, path, group, title);
  open.count += group.count;
  for (const example of group.examples) {
    if (wantsExamples(open)) open.examples.push(source === undefined ? example : { ...example, source });
  }
}

function exampleOf({ pointer, value }: Finding): FindingExample {
  return { pointer, value };
}
