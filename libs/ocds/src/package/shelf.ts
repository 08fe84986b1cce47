/** A place outside memory: numbered drawers of text, which holds nothing once it is removed. */
export interface Shelf {
  /** @param text one line, with its break */
  append(drawer: number, text: string): void;
  /** The lines of a drawer, without their breaks, in the order in which they were appended; none of an empty one. */
  read(drawer: number): AsyncIterable<string>;
  remove(): void;
}
