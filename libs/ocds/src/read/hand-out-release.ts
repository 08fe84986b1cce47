import { isJsonObject, type JsonObject } from '../json.js';
import { deriveTags } from './derive-tags.js';
import type { FoundRelease } from './found-release.js';
import type { Element } from './parse-element.js';
import type { Reading } from './reading.js';
import { isCompiledRelease } from './recognise-release.js';
import { replaceMember } from './replace-member.js';
import { hasUnstorableText } from './unstorable-text.js';

/** A release as it is yielded: as it stands, or, of a compiled one, with the tags of the stages it has. */
export function handOutRelease({ log }: Reading, element: Element, pointer: string, compiled = false): FoundRelease {
  const { text, place } = element;
  const release = element.value as JsonObject;
  const found = { release, text, pointer, offset: place.offset, line: place.line, origin: 'release' } as const;
  log.releases++;
  log.sawOcds = true;
  if (hasUnstorableText(text)) log.note('unstorable-text', pointer, place);
  if (!compiled && !isCompiledRelease(release)) return found;
  log.note('compiled-release', pointer, place);
  return { ...found, ...retag(release, text), origin: 'compiled' };
}

function retag(release: JsonObject, text: string): Pick<FoundRelease, 'release' | 'text'> {
  const tag = deriveTags(release);
  return { release: { ...release, tag }, text: replaceMember(text, 'tag', JSON.stringify(tag)) };
}

/** Notes a value that stands where an object must; true when it is an object. */
export function assertObject({ log }: Reading, { value, place }: Element, pointer: string): boolean {
  if (isJsonObject(value)) return true;
  log.note('not-an-object', pointer, place);
  return false;
}
