import { NEWLINE } from './json-bytes.js';

/**
 * A place in an input, of its bytes after decompression. `offset` counts from 0; `line` and `column` count from 1.
 * The column is of bytes, so that it stays cheap to know in a file that is one line of 500 MB.
 */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The place of `bytes[index]`, where `bytes` stands in the input from `start` on. */
export function placeWithin(bytes: Uint8Array, start: Place, index: number): Place {
  let { line } = start;
  let lineStart = 1 - start.column;
  for (let at = 0; at < index; at++) {
    if (bytes[at] === NEWLINE) {
      line++;
      lineStart = at + 1;
    }
  }
  return { offset: start.offset + index, line, column: index - lineStart + 1 };
}
