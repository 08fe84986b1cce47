/**
 * Takes a text in piece by piece, as the bytes of its UTF-8, to be hashed as one. There is one for all who hash: whoever
 * begins with `begin` ends with `digest`, without waiting for anything in between.
 */
export interface HashedText {
  begin(): void;
  /** @param text of ASCII characters */
  plain(text: string): void;
  /** @param text any; goes in as JSON writes it */
  quoted(text: string): void;
  readonly length: number;
  /** Takes back what went in after the first `length` bytes. */
  cut(length: number): void;
  /** 16 hexadecimal digits. */
  digest(): string;
}

let bytes = Buffer.allocUnsafeSlow(1 << 16);
let used = 0;

export const hashedText: HashedText = {
  begin: () => void (used = 0),
  plain(text) {
    makeRoom(text.length);
    let to = used;
    for (let at = 0; at < text.length; at++) bytes[to++] = text.charCodeAt(at);
    used = to;
  },
  quoted(text) {
    makeRoom(text.length * 3 + 2);
    if (text.length > SHORT) return quoteLong(text);
    const into = bytes;
    let to = used;
    into[to++] = QUOTE;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128) {
        if (code < 32 || code === QUOTE || code === BACKSLASH) return encode(JSON.stringify(text));
        into[to++] = code;
      } else if (code > 0x7ff) return encode(JSON.stringify(text));
      else {
        into[to++] = 0xc0 | (code >> 6);
        into[to++] = 0x80 | (code & 63);
      }
    }
    into[to++] = QUOTE;
    used = to;
  },
  get length() {
    return used;
  },
  cut: (length) => void (used = length),
  digest: () => fnv(bytes, used),
};

const QUOTE = 34;
const BACKSLASH = 92;
/** Begins the bytes of what stands for half a surrogate pair, which JSON escapes, and of few others. */
const LAST_PLANE = 0xef;
/** In characters: beyond, the engine's own encoding is faster. */
const SHORT = 40;

function quoteLong(text: string): void {
  const into = bytes;
  const end = used + 1 + into.write(text, used + 1);
  for (let at = used + 1; at < end; at++) {
    const byte = into[at]!;
    if (byte < 32 || byte === QUOTE || byte === BACKSLASH || byte === LAST_PLANE) return encode(JSON.stringify(text));
  }
  into[used] = QUOTE;
  into[end] = QUOTE;
  used = end + 1;
}

function encode(text: string): void {
  makeRoom(text.length * 3);
  used += bytes.write(text, used);
}

function makeRoom(more: number): void {
  if (used + more <= bytes.length) return;
  const larger = Buffer.allocUnsafeSlow((used + more) * 2);
  bytes.copy(larger, 0, 0, used);
  bytes = larger;
}

/**
 * FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), as 16 hexadecimal digits.
 * In whole numbers of 32 bits: the prime is 2^40 + 435, so that the high half of a product is the high half by 435, the
 * carry of the low half by 435, and the low half moved 8 bits up.
 */
function fnv(content: Buffer, length: number): string {
  let high = 0xcbf29ce4 | 0;
  let low = 0x84222325 | 0;
  for (let at = 0; at < length; at++) {
    low ^= content[at]!;
    const carry = ((low >>> 16) * 435 + (((low & 0xffff) * 435) >>> 16)) >>> 16;
    high = (Math.imul(high, 435) + carry + (low << 8)) | 0;
    low = Math.imul(low, 435);
  }
  return hexadecimal(high) + hexadecimal(low);
}

function hexadecimal(half: number): string {
  return PAIRS[half >>> 24]! + PAIRS[(half >>> 16) & 255]! + PAIRS[(half >>> 8) & 255]! + PAIRS[half & 255]!;
}

const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
