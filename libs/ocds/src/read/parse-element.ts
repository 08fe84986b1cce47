import { isAscii } from 'node:buffer';
import type { Json } from '../json.js';
import { findSyntaxFault } from './find-syntax-fault.js';
import type { Place } from './place.js';
import type { Reading } from './reading.js';
import { UnreadableInputError } from './unreadable-input-error.js';
import { decodeWindows1252 } from './windows-1252.js';

/** A JSON value with its exact text. */
export interface Element {
  readonly value: Json;
  readonly text: string;
  readonly place: Place;
}

/**
 * Decodes and parses the bytes of one value.
 *
 * @param placeOf the place in the input of a byte, by its index
 * @throws UnreadableInputError `syntax`, with the place in the input
 */
export function parseElement(bytes: Buffer, { log }: Reading, placeOf: (index: number) => Place): Element {
  const text = decode(bytes, log.encoding);
  return { value: parse(text, bytes, placeOf), text, place: placeOf(0) };
}

function decode(bytes: Buffer, encoding: Reading['log']['encoding']): string {
  if (isAscii(bytes)) return bytes.toString('latin1'); // some ten times as fast as by UTF-8
  return encoding === 'utf-8' ? bytes.toString('utf8') : decodeWindows1252(bytes);
}

function parse(text: string, bytes: Buffer, placeOf: (index: number) => Place): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    const fault = findSyntaxFault(bytes);
    throw new UnreadableInputError('syntax', placeOf(fault?.at ?? 0), fault?.expected);
  }
}
