import type { ReferenceFact } from './reference-version.js';

/** A fact to be added to an entry, or to take the place of one of its facts. */
export interface ReferenceChange extends ReferenceFact {
  readonly kind: string;
  readonly key: string;
  /** The newest version of the entry that the editor saw; 0 for an entry that is new. */
  readonly expected: number;
  /** The standing version whose place the fact takes; absent, the fact is for another time. */
  readonly replaces?: number | undefined;
  /** Why: kept in the history. */
  readonly reason: string;
}

/** Facts to be taken away without another in their place. */
export interface ReferenceRetirement {
  readonly kind: string;
  readonly key: string;
  readonly expected: number;
  /** Only this standing version; absent, everything the entry says. */
  readonly replaces?: number | undefined;
  readonly reason: string;
}
