import type { JsonObject } from '../json.js';
import type { Container } from './container.js';
import { assertObject, handOutRelease } from './hand-out-release.js';
import { readElement } from './read-element.js';
import { readList } from './read-list.js';
import type { Reading, Steps } from './reading.js';
import { isReleaseLink } from './recognise-release.js';
import { skipValue } from './tokens.js';

/** Reads the `releases` of a package or record: releases go out one by one, links are counted. */
export function* readReleaseList(reading: Reading, container: Container, pointer: string): Steps {
  yield* readList(reading, pointer, (_, itemPointer) => readRelease(reading, container, itemPointer));
}

function* readRelease(reading: Reading, container: Container, pointer: string): Steps {
  const element = yield* readElement(reading);
  if (!assertObject(reading, element, pointer)) return;
  if (isReleaseLink(element.value as JsonObject)) {
    container.links++;
    reading.watch({ kind: 'link', value: element.value as JsonObject, pointer });
    return;
  }
  container.embedded++;
  container.compiled = undefined;
  yield handOutRelease(reading, element, pointer);
}

/** Keeps the `compiledRelease` for the end of the record, since the releases it sums up may come after it. */
export function* holdCompiledRelease(reading: Reading, container: Container, pointer: string): Steps {
  if (container.embedded > 0) {
    yield* skipValue(reading);
    return;
  }
  const { window, limits } = reading;
  const place = window.place();
  window.mark(limits.maxElementBytes);
  yield* skipValue(reading);
  container.compiled = { bytes: Buffer.from(window.takeMarked()), place, pointer };
}
