import type { Place } from './place.js';
import { UnreadableInputError } from './unreadable-input-error.js';

/** Text of a limit in bytes, as the messages give it. */
const sizeText = (bytes: number) => (bytes % 2 ** 20 === 0 ? `${bytes / 2 ** 20} MiB` : `${bytes} bytes`);

/**
 * The part of an input that is in memory: the current chunk and, before it, the bytes from the mark on. A reader moves
 * `at` forward; when it reaches `stop` it asks for more with `assertRoom` and waits. Indexes die with the next `feed`;
 * offsets are for ever.
 */
export class ByteWindow {
  bytes: Buffer = Buffer.alloc(0);
  at = 0;
  ended = false;
  #base: number;
  #line = 1;
  #lineStart: number;
  #mark = -1;
  #limit = Infinity;
  #owner: Place | undefined;
  #cap = 0;
  #backing: Buffer | undefined;

  /** @param offset of the first byte that will be fed: 3 after a byte order mark */
  constructor(offset = 0) {
    this.#base = offset;
    this.#lineStart = offset;
  }

  get offset(): number {
    return this.#base + this.at;
  }

  /** Index before which bytes may be read now: the end of what is here, or the size allowed to what is marked. */
  get stop(): number {
    return Math.min(this.bytes.length, this.#limit - this.#base);
  }

  place(): Place {
    return { offset: this.offset, line: this.#line, column: this.offset - this.#lineStart + 1 };
  }

  /** Tells that a line begins at this index. */
  beginLine(index: number): void {
    this.#line++;
    this.#lineStart = this.#base + index;
  }

  /** Keeps the bytes from here on, `room` at most; `owner` is where the thing of at most `cap` bytes began. */
  mark(cap: number, room = cap, owner = this.place()): void {
    this.#mark = this.at;
    this.#limit = this.offset + room;
    this.#owner = owner;
    this.#cap = cap;
  }

  /** The bytes from the mark to here, which are then no longer kept. They share memory: decode or copy them at once. */
  takeMarked(): Buffer {
    const marked = this.bytes.subarray(this.#mark, this.at);
    this.#mark = -1;
    this.#limit = Infinity;
    return marked;
  }

  sliceFrom(offset: number): Buffer {
    return this.bytes.subarray(offset - this.#base, this.at);
  }

  /** @throws UnreadableInputError when what is marked has used up its size */
  assertRoom(): void {
    if (this.offset < this.#limit) return;
    const text = sizeText(this.#cap);
    throw new UnreadableInputError('element-too-large', this.#owner, {
      es: `lo que empieza aquí tiene más de ${text}`,
      en: `what begins here has more than ${text}`,
    });
  }

  /** Copies what must outlive the chunk, so that its owner may use the memory again. */
  keepMarked(): void {
    const kept = this.bytes.subarray(this.#mark < 0 ? this.at : this.#mark);
    if (kept.length === 0) this.#backing = undefined;
    else if (!this.#backing) this.#rebase(kept, Math.max(2 * kept.length, 1024));
  }

  /** Appends a chunk, after all before it was read. */
  feed(chunk: Buffer): void {
    if (!this.#backing) {
      this.#base = this.offset;
      this.bytes = chunk;
      this.at = 0;
      if (this.#mark >= 0) this.#mark = 0; // marked here, with nothing read since
      return;
    }
    const used = this.bytes.length;
    if (used + chunk.length > this.#backing.length) {
      const kept = this.bytes.subarray(this.#mark);
      this.#rebase(kept, Math.max(2 * kept.length, kept.length + chunk.length));
    }
    this.#append(chunk);
  }

  #append(chunk: Buffer): void {
    const used = this.bytes.length;
    chunk.copy(this.#backing!, used);
    this.bytes = this.#backing!.subarray(0, used + chunk.length);
  }

  #rebase(kept: Buffer, capacity: number): void {
    const dropped = this.#mark;
    this.#backing = Buffer.allocUnsafeSlow(capacity);
    kept.copy(this.#backing);
    this.bytes = this.#backing.subarray(0, kept.length);
    this.#base += dropped;
    this.at -= dropped;
    this.#mark = 0;
  }
}
