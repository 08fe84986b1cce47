import type { ByteWindow } from './byte-window.js';
import { placeWithin, type Place } from './place.js';

/**
 * The own text of an object of which some members are read apart: the object's bytes, with `null` for those members'
 * values. Of an object nobody is a part of, such as a release that stands alone, it is just the object's text.
 * It begins at the window's place and may grow to `cap` bytes.
 */
export class Residue {
  readonly place: Place;
  readonly #parts: Buffer[] = [];
  readonly #pieces: { readonly from: number; readonly place: Place }[] = [];
  #length = 0;

  constructor(
    private readonly window: ByteWindow,
    private readonly cap: number,
  ) {
    this.place = window.place();
    this.#keep();
  }

  /** Leaves out what follows, up to `resume`. */
  cut(): void {
    this.#add(Buffer.from(this.window.takeMarked()));
    this.#add(NULL);
  }

  resume(): void {
    this.#keep();
  }

  /** The bytes, once the object is read. They share memory with the window: decode them at once. */
  close(): Buffer {
    const rest = this.window.takeMarked();
    return this.#parts.length === 0 ? rest : Buffer.concat([...this.#parts, rest]);
  }

  /** The place in the input of one of the bytes that `close` gave. */
  placeOf(bytes: Buffer, index: number): Place {
    const piece = this.#pieces.findLast(({ from }) => from <= index)!;
    return placeWithin(bytes.subarray(piece.from), piece.place, index - piece.from);
  }

  #keep(): void {
    this.#pieces.push({ from: this.#length, place: this.window.place() });
    this.window.mark(this.cap, this.cap - this.#length, this.place);
  }

  #add(part: Buffer): void {
    this.#parts.push(part);
    this.#length += part.length;
  }
}

const NULL = Buffer.from('null');
