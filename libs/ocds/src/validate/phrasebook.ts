import type { FindDefiningExtension } from '../extensions/find-defining-extension.js';
import type { Fault } from './fault.js';
import type { FindingRule } from './finding.js';
import { phraseOf, type Phrase } from './phrase.js';

/** Puts faults into words, remembering those that read the same each time for the same field. */
export type Phrasebook = (fault: Fault) => Phrase;

/** The words of these depend on the value found, not only on the field. */
const WORDED_EACH_TIME: ReadonlySet<FindingRule> = new Set([
  'type',
  'format',
  'code-not-in-closed-list',
  'pattern',
  'constraint',
  'ocid-prefix',
  'ocid-mismatch',
]);
const MOST_PER_RULE = 2000;

/** True when two findings of the rule on one field may need different words. */
export function isWordedEachTime(rule: FindingRule): boolean {
  return WORDED_EACH_TIME.has(rule);
}

/** An empty phrasebook; one serves all documents of a validator. Its memory is bounded. */
export function createPhrasebook(extensionOf?: FindDefiningExtension): Phrasebook {
  const byRule = new Map<FindingRule, Map<string, Phrase>>();
  return (fault) => {
    if (isWordedEachTime(fault.rule)) return phraseOf(fault);
    const byPath = byRule.get(fault.rule) ?? new Map<string, Phrase>();
    const phrase = byPath.get(fault.path) ?? phraseOf(fault, extensionOf);
    if (byPath.size >= MOST_PER_RULE) byPath.clear();
    byRule.set(fault.rule, byPath.set(fault.path, phrase));
    return phrase;
  };
}
