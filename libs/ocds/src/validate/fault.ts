import type { Bilingual } from '../bilingual.js';
import type { Json } from '../json.js';
import type { FindingRule } from './finding.js';
import type { Field } from './schema-field.js';

/** A finding before it is put into words. */
export interface Fault {
  readonly rule: FindingRule;
  readonly pointer: string;
  readonly path: string;
  readonly field?: Field | undefined;
  readonly value?: Json | undefined;
  readonly hints?: FaultHints;
}

/** What a rule knows that helps to say the remedy. */
export interface FaultHints {
  /** The field's own name as the data has it. */
  readonly name?: string;
  /** JSON types the schema takes here. */
  readonly expected?: readonly string[];
  /** Codes of a closed list. */
  readonly allowed?: readonly string[];
  /** Names the schema knows at the place of an unknown one. */
  readonly siblings?: Iterable<string>;
  readonly format?: string;
  /** The JSON Schema keyword that failed, for rules only an extension brings. */
  readonly keyword?: string;
  /** What was expected instead: a prefix, a pattern, another ocid. */
  readonly wanted?: string;
  readonly replacement?: Bilingual;
}

/** Takes faults as they are found. */
export type Report = (fault: Fault) => void;
