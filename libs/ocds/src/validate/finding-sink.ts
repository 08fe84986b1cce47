import type { Fault, Report } from './fault.js';
import { FINDING_SEVERITY } from './finding-severity.js';
import { createFindingTally, wantsExamples } from './finding-tally.js';
import type { Finding, Verdict } from './finding.js';
import type { Phrase } from './phrase.js';
import { isWordedEachTime, type Phrasebook } from './phrasebook.js';
import { shortJson } from './short-json.js';

/** Collects the faults of one document and, at the end, says the verdict. */
export interface FindingSink {
  readonly report: Report;
  readonly verdict: () => Verdict;
}

/** A sink that lists the first `maxFindings` findings and only counts the others, in `omitted` and in their groups. */
export function createFindingSink(maxFindings: number, inWords: Phrasebook): FindingSink {
  const findings: Finding[] = [];
  const tally = createFindingTally();
  let [errors, omitted] = [0, 0];
  return {
    report: (fault) => {
      const known = tally.find(fault.rule, fault.path);
      const listed = findings.length < maxFindings;
      if (FINDING_SEVERITY[fault.rule] === 'error') errors += 1;
      const words = known !== undefined && !(listed && isWordedEachTime(fault.rule)) ? known : inWords(fault);
      const group = known ?? tally.begin(fault.rule, fault.path, words, fault.field?.title);
      group.count += 1;
      if (!listed) omitted += 1;
      if (!listed && !wantsExamples(group)) return;
      const finding = findingOf(fault, words);
      if (listed) findings.push(finding);
      if (wantsExamples(group)) group.examples.push({ pointer: finding.pointer, value: finding.value });
    },
    verdict: () => ({ valid: errors === 0, findings, groups: tally.groups(), omitted }),
  };
}

function findingOf({ rule, pointer, path, field, value }: Fault, { message, remedy }: Phrase): Finding {
  const text = value === undefined ? undefined : shortJson(value);
  return { rule, severity: FINDING_SEVERITY[rule], pointer, path, value: text, title: field?.title, message, remedy };
}
