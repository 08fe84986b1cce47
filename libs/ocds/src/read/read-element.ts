import { parseElement, type Element } from './parse-element.js';
import { placeWithin } from './place.js';
import type { Reading, Steps } from './reading.js';
import { skipValue } from './tokens.js';

/** Reads the value the window is at, whole. */
export function* readElement(reading: Reading): Steps<Element> {
  const { window, limits } = reading;
  const place = window.place();
  window.mark(limits.maxElementBytes);
  yield* skipValue(reading);
  const bytes = window.takeMarked();
  return parseElement(bytes, reading, (index) => placeWithin(bytes, place, index));
}
