import type { Container, ContainerKind } from './container.js';
import { assertObject } from './hand-out-release.js';
import { CLOSE_OBJECT, OPEN_ARRAY, OPEN_OBJECT, QUOTE } from './json-bytes.js';
import { readElement } from './read-element.js';
import { readList } from './read-list.js';
import { holdCompiledRelease, readReleaseList } from './read-release-list.js';
import type { Reading, Steps } from './reading.js';
import { Residue } from './residue.js';
import { settleContainer } from './settle-container.js';
import { hasNext, peekInside, readName, skipValue } from './tokens.js';
import { UnreadableInputError } from './unreadable-input-error.js';
import { syntaxError } from './value-scanner.js';

/** Reads an object that may be a release, a record or a package, in whatever order its members come. */
export function* readContainer(reading: Reading, kind: ContainerKind, pointer: string): Steps {
  const residue = new Residue(reading.window, reading.limits.maxElementBytes);
  const container: Container = { kind, pointer, residue, members: new Set(), hasOcid: false, embedded: 0, links: 0 };
  yield* readMembers(reading, container);
  yield* settleContainer(reading, container);
}

/** Reads an item of a list of packages, or of releases without a package. */
export function* readPackage(reading: Reading, pointer: string): Steps {
  yield* readObject(reading, 'package', pointer);
}

function* readObject(reading: Reading, kind: ContainerKind, pointer: string): Steps {
  if (reading.window.bytes[reading.window.at] === OPEN_OBJECT) yield* readContainer(reading, kind, pointer);
  else assertObject(reading, yield* readElement(reading), pointer);
}

function* readMembers(reading: Reading, container: Container): Steps {
  const { window } = reading;
  reading.inside = container.pointer;
  window.at++;
  if ((yield* peekInside(reading)) === CLOSE_OBJECT) {
    window.at++;
    return;
  }
  if (window.bytes[window.at] !== QUOTE) throw syntaxError(window, 'member-or-end');
  do {
    if ((yield* peekInside(reading)) !== QUOTE) throw syntaxError(window, 'member');
    yield* readMember(reading, container, yield* readName(reading));
  } while (yield* hasNext(reading, CLOSE_OBJECT, 'comma-or-object-end'));
}

function* readMember(reading: Reading, container: Container, name: string | undefined): Steps {
  const byte = yield* peekInside(reading);
  if (name === 'ocid') container.hasOcid = reading.log.sawOcds = true;
  const member = memberOf(container, name);
  if (member?.isOcds) reading.log.sawOcds = true;
  const read = byte === OPEN_ARRAY ? member?.list : byte === OPEN_OBJECT ? member?.object : undefined;
  if (read) {
    yield* readApart(reading, container, name!, read);
    return;
  }
  if (member?.isList && byte !== NULL) noteNoList(reading, `${container.pointer}/${name}`);
  yield* skipValue(reading);
}

function* readApart(reading: Reading, container: Container, name: string, read: ReadMember): Steps {
  if (container.members.has(name)) throw duplicateMember(reading, name);
  container.members.add(name);
  container.residue.cut();
  yield* read(reading, container, `${container.pointer}/${name}`);
  container.residue.resume();
  reading.inside = container.pointer;
}

type ReadMember = (reading: Reading, container: Container, pointer: string) => Steps;

/** A member that is not data of the object itself: how to read its value when it is a list, and when an object. */
interface Member {
  readonly isOcds: boolean;
  readonly isList: boolean;
  readonly list?: ReadMember;
  readonly object?: ReadMember;
}

const NULL = 'n'.charCodeAt(0);

const RECORD_MEMBERS = new Map<string, Member>([
  ['releases', { isOcds: true, isList: true, list: readReleaseList }],
  ['compiledRelease', { isOcds: true, isList: false, object: holdCompiledRelease }],
  ['versionedRelease', { isOcds: true, isList: false, object: skipValue }],
]);

const PACKAGE_MEMBERS = new Map<string, Member>([
  ...RECORD_MEMBERS,
  ['records', { isOcds: true, isList: true, list: readRecords }],
]);

/** The wrapper of INAI's packages. */
const OWN_WRAPPER: Member = { isOcds: true, isList: true, list: readWrappedList, object: readWrapped };
/** Wrappers of many web services, which mean something else in a release. */
const FOREIGN_WRAPPER: Member = { isOcds: false, isList: false, list: readWrappedList, object: readWrapped };

function memberOf({ kind, hasOcid }: Container, name: string | undefined): Member | undefined {
  if (name === undefined) return undefined;
  if (kind === 'record') return RECORD_MEMBERS.get(name);
  if (kind === 'document' && name === 'arrayReleasePackage') return OWN_WRAPPER;
  if (kind === 'document' && !hasOcid && (name === 'results' || name === 'data')) return FOREIGN_WRAPPER;
  return PACKAGE_MEMBERS.get(name);
}

function* readRecords(reading: Reading, _: Container, pointer: string): Steps {
  yield* readList(reading, pointer, (__, itemPointer) => readObject(reading, 'record', itemPointer));
}

function* readWrappedList(reading: Reading, container: Container, pointer: string): Steps {
  container.wrapper = pointer.slice(container.pointer.length + 1);
  yield* readList(reading, pointer, readPackage);
}

function* readWrapped(reading: Reading, container: Container, pointer: string): Steps {
  container.wrapper = pointer.slice(container.pointer.length + 1);
  yield* readContainer(reading, 'package', pointer);
}

function noteNoList({ log, window }: Reading, pointer: string): void {
  log.note('not-a-list', pointer, window.place());
}

function duplicateMember({ window }: Reading, name: string): UnreadableInputError {
  return new UnreadableInputError('duplicate-member', window.place(), { es: `«${name}»`, en: `"${name}"` });
}
