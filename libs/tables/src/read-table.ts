import type { Json } from '#ocds';

/** A table read back whole; blank cells are `undefined`. */
export interface ReadTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (Json | undefined)[])[];
}
