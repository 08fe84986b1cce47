import type { ReferenceKind } from './reference-kind.js';

/** Where a fact comes from: schemas/reference/source.schema.json. */
export interface ReferenceSource {
  readonly title: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly locator?: string;
  readonly note?: string;
}

/** Something that holds during a time. */
export interface ReferenceFact {
  /** Flat texts by field, in the form of the kind's schema. */
  readonly data: Readonly<Record<string, string>>;
  /** ISO days, first and last; null where there is no bound, or it is not known. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: ReferenceSource;
}

/** One line of an entry's history; nothing in it ever changes. An entry has a fact for each time it tells of. */
export interface ReferenceVersion {
  readonly kind: ReferenceKind;
  readonly key: string;
  /** Counts the changes of the entry, from 1. */
  readonly version: number;
  /** Versions of the entry that do not stand any more because of this one. */
  readonly replaces: readonly number[];
  /** Absent where this version only retires others. */
  readonly fact: ReferenceFact | null;
  readonly reason: string;
  readonly by: { readonly kind: 'account' | 'key' | 'system'; readonly id: string; readonly name: string };
  readonly at: Date;
}

/** A version that stands. */
export type StandingVersion = ReferenceVersion & { readonly fact: ReferenceFact };
