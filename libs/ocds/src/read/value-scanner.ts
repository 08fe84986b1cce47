import type { ByteWindow } from './byte-window.js';
import { expectations, type Expected } from './expected.js';
import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COMMA,
  isBlank,
  NEWLINE,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './json-bytes.js';
import { UnreadableInputError } from './unreadable-input-error.js';

/** Bytes that mean something inside a string: its end, an escape, and the control characters it may not hold. */
const STOPS_STRING = tableOf((byte) => byte === QUOTE || byte === BACKSLASH || byte < 0x20);
/** Bytes that mean something outside strings to who only looks for the end of a value. */
const STOPS_STRUCTURE = tableOf((byte) =>
  [QUOTE, OPEN_ARRAY, OPEN_OBJECT, CLOSE_ARRAY, CLOSE_OBJECT, NEWLINE].includes(byte),
);
const ENDS_LITERAL = tableOf((byte) => isBlank(byte) || [COMMA, CLOSE_ARRAY, CLOSE_OBJECT].includes(byte));

/**
 * Finds the end of a JSON value by its brackets and strings alone, byte by byte and over any number of chunks. What is
 * between is left to `JSON.parse`. Newlines are reported to the window, for the line of what follows.
 */
export class ValueScanner {
  readonly #opened: Uint8Array;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #literal = false;

  constructor(maxDepth: number) {
    this.#opened = new Uint8Array(maxDepth);
  }

  /** Begins with the value whose first byte the window is at. */
  begin(window: ByteWindow): void {
    const first = window.bytes[window.at]!;
    this.#depth = 0;
    this.#escaped = false;
    this.#inString = first === QUOTE;
    this.#literal = !this.#inString && first !== OPEN_OBJECT && first !== OPEN_ARRAY;
    if (this.#inString) window.at++;
  }

  /**
   * Goes on to the end of the value: true when the window is just past it, false when more bytes are needed.
   *
   * @throws UnreadableInputError for brackets that do not pair, control characters in strings, and too many levels
   */
  run(window: ByteWindow): boolean {
    return this.#literal ? skipLiteral(window) : this.#runNested(window);
  }

  /** The loop every byte goes through: what it needs at each turn is in local variables. */
  #runNested(window: ByteWindow): boolean {
    const { bytes, stop } = window;
    let { at } = window;
    let inString = this.#inString;
    if (this.#escaped && at < stop) {
      this.#escaped = false;
      at++;
    }
    while (at < stop) {
      const stops = inString ? STOPS_STRING : STOPS_STRUCTURE;
      while (at < stop && stops[bytes[at]!] === 0) at++;
      if (at === stop) break;
      const byte = bytes[at]!;
      if (byte === QUOTE) inString = !inString;
      else if (byte === BACKSLASH && inString) this.#escaped = ++at === stop;
      else this.#take(window, at, inString);
      at++;
      if (this.#depth === 0 && !inString) return this.#pause(window, at, inString, true);
    }
    return this.#pause(window, Math.min(at, stop), inString, false);
  }

  #pause(window: ByteWindow, at: number, inString: boolean, isWhole: boolean): boolean {
    window.at = at;
    this.#inString = inString;
    return isWhole;
  }

  #take(window: ByteWindow, at: number, inString: boolean): void {
    window.at = at;
    const byte = window.bytes[at]!;
    if (inString) throw syntaxError(window, 'no-control-character');
    if (byte === NEWLINE) window.beginLine(at + 1);
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#open(window, byte);
    else this.#close(window, byte);
  }

  #open(window: ByteWindow, byte: number): void {
    const limit = this.#opened.length;
    if (this.#depth === limit) {
      throw new UnreadableInputError('too-deep', window.place(), { es: `${limit} niveles`, en: `${limit} levels` });
    }
    this.#opened[this.#depth++] = byte;
  }

  #close(window: ByteWindow, byte: number): void {
    const opened = this.#opened[--this.#depth];
    if (opened === OPEN_OBJECT && byte !== CLOSE_OBJECT) throw syntaxError(window, 'object-end');
    if (opened === OPEN_ARRAY && byte !== CLOSE_ARRAY) throw syntaxError(window, 'array-end');
  }
}

/** The error for a byte that breaks JSON's grammar, where the window is. */
export function syntaxError(window: ByteWindow, expected: Expected): UnreadableInputError {
  return new UnreadableInputError('syntax', window.place(), expectations[expected]);
}

function skipLiteral(window: ByteWindow): boolean {
  const { bytes, stop } = window;
  while (window.at < stop && ENDS_LITERAL[bytes[window.at]!] === 0) window.at++;
  return window.at < stop;
}

function tableOf(stops: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (stops(byte) ? 1 : 0));
}
