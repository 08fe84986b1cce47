import { isAscii, isUtf8 } from 'node:buffer';

/** What became of a chunk. */
export interface GatePassage {
  /** Bytes that may be read on. */
  readonly bytes: Buffer;
  /** What follows them, when it begins with the first byte that is not UTF-8. */
  readonly invalid?: Buffer;
}

/**
 * Lets through whole UTF-8 sequences only, so that what is read does not depend on where chunks end. A text that was
 * ASCII up to its first invalid byte is taken as windows-1252 from there on and passes freely.
 */
export class Utf8Gate {
  /** What the text is, as far as is known; `broken` when a text with real UTF-8 turned out not to be all of it. */
  encoding: 'utf-8' | 'windows-1252' | 'broken' = 'utf-8';
  #held: Buffer = Buffer.alloc(0);
  #sawMultibyte = false;

  push(chunk: Buffer): GatePassage {
    if (this.encoding !== 'utf-8') return { bytes: chunk };
    const bytes = this.#held.length > 0 ? Buffer.concat([this.#held, chunk]) : chunk;
    const whole = bytes.subarray(0, bytes.length - unfinishedTail(bytes));
    const valid = isUtf8(whole) ? whole : whole.subarray(0, firstInvalid(whole));
    this.#sawMultibyte ||= !isAscii(valid);
    if (valid.length < whole.length) return this.#refuse(bytes, valid);
    this.#held = Buffer.from(bytes.subarray(whole.length));
    return { bytes: whole };
  }

  /** The bytes still held when the input ends: a sequence that is cut off. */
  finish(): Buffer {
    return this.#held;
  }

  #refuse(bytes: Buffer, valid: Buffer): GatePassage {
    this.encoding = this.#sawMultibyte ? 'broken' : 'windows-1252';
    this.#held = Buffer.alloc(0);
    return { bytes: valid, invalid: bytes.subarray(valid.length) };
  }
}

/** How many bytes at the end begin a sequence that the next chunk may complete. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Index of the first byte that begins no valid sequence; `bytes` are known to hold one. */
function firstInvalid(bytes: Buffer): number {
  let at = 0;
  while (bytes[at]! < 0x80 || isUtf8(bytes.subarray(at, at + sequenceLength(bytes[at]!)))) {
    at += bytes[at]! < 0x80 ? 1 : sequenceLength(bytes[at]!);
  }
  return at;
}
