import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import type { SourceEncoding } from '../source-tables.js';

/** Bytes to text, in pieces that may end within a character. A byte order mark is dropped. */
export interface PieceDecoder {
  decode(bytes: Buffer): string;
  end(): string;
}

export function createPieceDecoder(encoding: SourceEncoding): PieceDecoder {
  const decoder =
    encoding === 'windows-1252' ? latinDecoder() : new StringDecoder(encoding === 'utf-8' ? 'utf8' : 'utf16le');
  let isStart = true;
  return {
    decode(bytes) {
      if (!isStart) return decoder.write(bytes);
      const text = decoder.write(bytes);
      if (text !== '') isStart = false;
      return text.startsWith('\uFEFF') ? text.slice(1) : text;
    },
    end: () => decoder.end(),
  };
}

function latinDecoder(): { write(bytes: Buffer): string; end(): string } {
  return {
    write: (bytes) => bytes.toString('latin1').replace(C1, (sign) => CP1252[sign.charCodeAt(0) - 0x80]!),
    end: () => '',
  };
}

const C1 = /[\x80-\x9F]/g;

/** 0x80 to 0x9F of Windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt); the rest is ISO-8859-1. */
const CP1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** Says whether bytes given piece by piece are UTF-8. */
export function createUtf8Check(): { push(bytes: Buffer): boolean; end(): boolean } {
  let tail: Buffer = Buffer.alloc(0);
  return {
    push(bytes) {
      const joined = tail.length > 0 ? Buffer.concat([tail, bytes]) : bytes;
      const cut = joined.length - openCharacter(joined);
      tail = Buffer.from(joined.subarray(cut));
      return isUtf8(joined.subarray(0, cut));
    },
    end: () => tail.length === 0,
  };
}

/** Bytes at the end that begin a character and do not finish it. */
function openCharacter(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
