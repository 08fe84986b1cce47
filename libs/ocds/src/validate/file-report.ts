import type { ExtensionId } from '../extensions/schema-patches.js';
import type { ReadNotice } from '../read/read-notice.js';
import type { FindingGroup } from './finding.js';

/** A group of findings in a file, and in which kind of document: paths begin there. Pointers begin at the file. */
export interface FileFindingGroup extends FindingGroup {
  readonly of: 'release' | 'record' | 'package';
}

/** What validating one file came to. */
export interface FileReport {
  /** Where the file is, if the caller said it. */
  readonly file?: string;
  readonly format: string;
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly packages: number;
  /** Releases read: the valid and the invalid ones. */
  readonly releases: number;
  readonly valid: number;
  readonly invalid: number;
  /** Errors first, then warnings, then notes; within each the most frequent first. */
  readonly groups: readonly FileFindingGroup[];
  /** What the reader left out or read in a special way. */
  readonly notices: readonly ReadNotice[];
  readonly extensions: {
    /** Those applied to the releases: the declared ones that the registry has, and the assumed ones. */
    readonly applied: readonly ExtensionId[];
    /** Those declared that the registry has. */
    readonly known: readonly ExtensionId[];
    /** Addresses declared that the registry does not have. */
    readonly unknown: readonly string[];
  };
}

/** True when no release, record or package has an error. */
export function isValidFile({ groups }: FileReport): boolean {
  return groups.every(({ severity }) => severity !== 'error');
}
