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
  /**
   * Adds the groups of one verdict; `source` (an ocid, a line number) is kept with its examples, and `at`, the pointer
   * of the document in a larger one, is put before their pointers.
   */
  readonly add: (groups: readonly FindingGroup[], source?: string, at?: string) => void;
  readonly groups: () => readonly FindingGroup[];
}

/**
 * Collects the findings of many releases in bounded memory: past 1,000 groups, findings on further fields are counted
 * by rule alone, under the path `*`.
 */
export function createFindingCollector(): FindingCollector {
  const tally = createFindingTally();
  return {
    add: (groups, source, at) => {
      for (const group of groups) addTo(tally, group, source, at);
    },
    groups: tally.groups,
  };
}

function addTo(tally: FindingTally, group: FindingGroup, source?: string, at = ''): void {
  const { rule, path, title } = group;
  const open = tally.find(rule, path) ?? tally.begin(rule, path, group, title);
  open.count += group.count;
  for (const example of group.examples) {
    if (!wantsExamples(open)) break;
    const { pointer, value } = example;
    open.examples.push({ pointer: at + pointer, value, ...(source !== undefined && { source }) });
  }
}

function exampleOf({ pointer, value }: Finding): FindingExample {
  return { pointer, value };
}
