import { CLOSE_ARRAY } from './json-bytes.js';
import type { Reading, Steps } from './reading.js';
import { hasNext, peekInside } from './tokens.js';

/** Reads an array, each item by `readItem`, which finds the window at the item's first byte. */
export function* readList(
  reading: Reading,
  pointer: string,
  readItem: (reading: Reading, pointer: string) => Steps,
): Steps {
  reading.inside = pointer;
  reading.window.at++;
  if ((yield* peekInside(reading)) === CLOSE_ARRAY) {
    reading.window.at++;
    return;
  }
  let index = 0;
  do {
    yield* peekInside(reading);
    reading.inside = `${pointer}/${index++}`;
    yield* readItem(reading, reading.inside);
    reading.inside = pointer;
  } while (yield* hasNext(reading, CLOSE_ARRAY, 'comma-or-array-end'));
}
