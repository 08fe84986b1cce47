import type { JsonObject } from '../json.js';
import type { Container, HeldRelease } from './container.js';
import { handOutRelease } from './hand-out-release.js';
import type { Shape } from './input-format.js';
import { parseElement, type Element } from './parse-element.js';
import { placeWithin } from './place.js';
import type { Reading, Steps } from './reading.js';
import { hasProcessData, isCompiledRelease, isVersionedRelease } from './recognise-release.js';

/** Decides, at an object's end, what it was, and hands out the release it is or the compiled release it has kept. */
export function* settleContainer(reading: Reading, container: Container): Steps {
  const { residue, compiled } = container;
  const bytes = residue.close();
  const element = parseElement(bytes, reading, (index) => residue.placeOf(bytes, index));
  if (container.members.size === 0) {
    yield* settleAlone(reading, container, element);
    return;
  }
  if (container.kind !== 'record') noteWhatItWas(reading, container, element);
  if (container.wrapper === undefined) tellWhatItWas(reading, container, element);
  noteWhatIsMissing(reading, container, element);
  if (compiled) yield handOutRelease(reading, parseHeld(reading, compiled), compiled.pointer, true);
}

/** An object without lists of others: a release, or something that OCDS does not know. */
function* settleAlone(reading: Reading, { kind, pointer }: Container, element: Element): Steps {
  const object = element.value as JsonObject;
  const shape = shapeAlone(object);
  if (kind !== 'record') reading.log.noteShape(shape);
  if (kind === 'record' && !hasProcessData(object)) reading.watch({ kind, value: object, pointer });
  if (shape === 'versioned release') {
    reading.log.note('versioned-release', pointer, element.place);
  } else if (kind === 'record' && !hasProcessData(object)) {
    reading.log.note('record-without-releases', pointer, element.place);
  } else if (shape === 'other object') {
    reading.log.note('not-a-release', pointer, element.place);
  } else {
    yield handOutRelease(reading, element, pointer);
  }
}

function shapeAlone(object: JsonObject): Shape {
  if (isVersionedRelease(object)) return 'versioned release';
  if (object.ocid === undefined && !hasProcessData(object)) return 'other object';
  return isCompiledRelease(object) ? 'compiled release' : 'release';
}

function noteWhatItWas({ log }: Reading, container: Container, { value }: Element): void {
  const own = value as JsonObject;
  log.noteMetadata(own);
  log.facts.wrapper ??= container.wrapper;
  if (container.wrapper === undefined) log.noteShape(isRecord(container, own) ? 'record' : packageShape(container));
}

function tellWhatItWas({ watch }: Reading, container: Container, { value }: Element): void {
  const own = value as JsonObject;
  watch({ kind: isRecord(container, own) ? 'record' : 'package', value: own, pointer: container.pointer });
}

function packageShape({ members }: Container): Shape {
  return members.has('records') ? 'record package' : 'release package';
}

function isRecord({ kind, members, links }: Container, own: JsonObject): boolean {
  if (members.has('records')) return false;
  const ofRecord = kind === 'record' || own.ocid !== undefined || links > 0;
  return ofRecord || members.has('compiledRelease') || members.has('versionedRelease');
}

function noteWhatIsMissing({ log }: Reading, container: Container, { value, place }: Element): void {
  const { pointer, embedded, links, compiled, wrapper } = container;
  const own = value as JsonObject;
  if (wrapper !== undefined && own.ocid !== undefined) log.note('unclear-wrapper', pointer, place);
  else if (embedded > 0 && links > 0) log.note('linked-release', pointer, place);
  else if (embedded === 0 && !compiled && wrapper === undefined && isRecord(container, own)) {
    log.note('record-without-releases', pointer, place);
  }
}

function parseHeld(reading: Reading, { bytes, place }: HeldRelease): Element {
  return parseElement(bytes, reading, (index) => placeWithin(bytes, place, index));
}
