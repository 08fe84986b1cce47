import type { Expected } from './expected.js';
import { COLON, COMMA, isBlank, NEWLINE } from './json-bytes.js';
import type { Reading, Steps } from './reading.js';
import { UnreadableInputError } from './unreadable-input-error.js';
import { syntaxError } from './value-scanner.js';

/** What `peekByte` gives at the end of the input. */
export const END = -1;

/** Skips blanks; gives the byte after them, which stays. */
export function* peekByte(reading: Reading): Steps<number> {
  const { window } = reading;
  for (;;) {
    const byte = skipBlanks(reading);
    if (byte !== undefined) return byte;
    window.assertRoom();
    if (window.ended) return END;
    yield undefined;
  }
}

/** As `peekByte`, where the input must not end. */
export function* peekInside(reading: Reading): Steps<number> {
  const byte = yield* peekByte(reading);
  if (byte === END) throw truncated(reading);
  return byte;
}

/** Goes past the value the window is at. */
export function* skipValue(reading: Reading): Steps {
  const { scanner, window } = reading;
  scanner.begin(window);
  while (!scanner.run(window)) {
    window.assertRoom();
    if (window.ended) throw truncated(reading);
    yield undefined;
  }
}

/** Reads a member name and its colon; undefined for a name too long to be one that counts. */
export function* readName(reading: Reading): Steps<string | undefined> {
  const { window } = reading;
  const start = window.offset;
  yield* skipValue(reading);
  const name = decodeName(window.sliceFrom(start));
  if ((yield* peekInside(reading)) !== COLON) throw syntaxError(window, 'colon');
  window.at++;
  return name;
}

/** After an item of a list: true at a comma, which is taken; false at the end of the list, which is taken too. */
export function* hasNext(reading: Reading, close: number, wanted: Expected): Steps<boolean> {
  const byte = yield* peekInside(reading);
  if (byte !== COMMA && byte !== close) throw syntaxError(reading.window, wanted);
  reading.window.at++;
  return byte === COMMA;
}

function skipBlanks({ window }: Reading): number | undefined {
  const { bytes, stop } = window;
  for (; window.at < stop; window.at++) {
    const byte = bytes[window.at]!;
    if (!isBlank(byte)) return byte;
    if (byte === NEWLINE) window.beginLine(window.at + 1);
  }
  return undefined;
}

/** The longest name that counts has 19 letters; each may be written as an escape of six. */
const LONGEST_NAME = 2 + 6 * 19;

function decodeName(bytes: Buffer): string | undefined {
  if (bytes.length > LONGEST_NAME) return undefined;
  const text = bytes.toString('latin1');
  if (!text.includes('\\')) return text.slice(1, -1);
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined; // the object's own text is checked when it ends
  }
}

function truncated({ window, inside }: Reading): UnreadableInputError {
  return new UnreadableInputError('truncated', window.place(), {
    es: inside === '' ? 'el texto JSON no termina' : `termina dentro de «${inside}»`,
    en: inside === '' ? 'the JSON text does not end' : `it ends within "${inside}"`,
  });
}
