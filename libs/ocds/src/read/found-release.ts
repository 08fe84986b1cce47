import type { JsonObject } from '../json.js';

/** One release found in an input. */
export interface FoundRelease {
  readonly release: JsonObject;
  /**
   * Its JSON text, character by character as it stood in the input. For `compiled` the `tag` alone is replaced in it.
   */
  readonly text: string;
  /**
   * JSON Pointer (RFC 6901) within its JSON text, as "/releases/3", "/records/0/compiledRelease" or "" for a release
   * that stands alone. In concatenated JSON, of which JSON Lines is a case, the second JSON text and those after it
   * put their ordinal in front: "#2", "#7/releases/0".
   */
  readonly pointer: string;
  /** Byte of the decompressed input at which it begins, from 0. */
  readonly offset: number;
  /** Line at which it begins, from 1. */
  readonly line: number;
  /** `compiled` when it is the sum of releases that the input does not bring. */
  readonly origin: 'release' | 'compiled';
}
