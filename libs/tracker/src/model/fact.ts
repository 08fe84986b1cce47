import type { CodeOf } from './enumerations.js';

/** Where a fact comes from. */
export interface Provenance {
  /** Id of a source. */
  readonly source: string;
  /** Place in the source: lines, pages. */
  readonly locator?: string;
  /** A few words of the source. */
  readonly quote?: string;
  readonly kind: CodeOf<'assertionKind'>;
  readonly note?: string;
}

/** A number as it was said: «más de 30» is no 30. */
export interface Quantity {
  readonly value: number;
  readonly qualifier: CodeOf<'quantityQualifier'>;
  readonly measure: CodeOf<'quantityMeasure'>;
  readonly text?: string;
}

/** What is common to everything recorded. An absent field has its reason in `nulls`. */
export interface Recorded {
  readonly id: string;
  /** Of every field, but those of `fieldFrom`. */
  readonly from: Provenance;
  readonly fieldFrom: Readonly<Record<string, Provenance>>;
  readonly nulls: Readonly<Record<string, CodeOf<'nullReason'>>>;
  readonly notes?: readonly string[];
}

/** Where one field of something recorded comes from. */
export function provenanceOf(recorded: Recorded, field: string): Provenance {
  return recorded.fieldFrom[field] ?? recorded.from;
}
