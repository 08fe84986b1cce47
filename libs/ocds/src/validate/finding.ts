import type { Bilingual } from '../bilingual.js';

/**
 * Everything the validator can say. The code is stable: pages, exports and tests refer to it.
 * Each rule has one severity, so counting by rule and counting by severity agree.
 */
export type FindingRule =
  | 'required'
  | 'type'
  | 'format'
  | 'code-not-in-closed-list'
  | 'min-length'
  | 'min-items'
  | 'pattern'
  | 'constraint'
  | 'duplicate-id'
  | 'duplicate-item'
  | 'duplicate-release'
  | 'ocid-prefix'
  | 'mixed-releases'
  | 'too-deep'
  | 'ocid-format'
  | 'ocid-mismatch'
  | 'repeated-id'
  | 'missing-id'
  | 'additional-field'
  | 'deprecated-field'
  | 'empty-field'
  | 'version'
  | 'unknown-extension'
  | 'code-not-in-open-list';

/** `error` makes the release invalid; `warning` should be mended; `note` is allowed and worth knowing. */
export type FindingSeverity = 'error' | 'warning' | 'note';

/** One thing found in one place of a release, record or package. */
export interface Finding {
  readonly rule: FindingRule;
  readonly severity: FindingSeverity;
  /** JSON Pointer (RFC 6901) to the field, also when the field is what is missing. Very long names in it are cut. */
  readonly pointer: string;
  /** The pointer without array indexes and leading slash, e.g. `awards/suppliers/name`. */
  readonly path: string;
  /** Short JSON text of the offending value. */
  readonly value?: string | undefined;
  /** The field's title in the schema (Spanish). */
  readonly title?: string | undefined;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** Where a grouped finding was seen; `source` says in which release when several are grouped. */
export interface FindingExample {
  readonly pointer: string;
  readonly value?: string | undefined;
  readonly source?: string;
}

/** All findings of one rule on one field: the words of the first, the count of all, the first three places. */
export interface FindingGroup {
  readonly rule: FindingRule;
  readonly severity: FindingSeverity;
  readonly path: string;
  readonly title?: string | undefined;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
  readonly count: number;
  readonly examples: readonly FindingExample[];
}

/** What validating one document came to. `omitted` findings are counted in `groups` but not listed in `findings`. */
export interface Verdict {
  readonly valid: boolean;
  readonly findings: readonly Finding[];
  readonly groups: readonly FindingGroup[];
  readonly omitted: number;
}
