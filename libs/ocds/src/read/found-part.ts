import type { JsonObject } from '../json.js';

/** Something of an input that is no release: a package or record without its lists, or a link to a release. */
export interface FoundPart {
  readonly kind: 'package' | 'record' | 'link';
  /** The object; lists of releases and records, the compiled and the versioned release in it are `null`. */
  readonly value: JsonObject;
  /** As that of a release found. */
  readonly pointer: string;
}

/** Is told of parts as the reading comes to their ends: of a package or record after the releases in it. */
export type PartWatcher = (part: FoundPart) => void;
