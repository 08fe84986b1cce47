/** Points of a line of the usual text. */
const LINE = 15;

/** Points of the highest row a spreadsheet program takes: 409. */
const MOST_LINES = 27;

/**
 * Attributes of a row that shows its wrapped texts whole: not every program measures them when it opens a file.
 *
 * @param texts with the widths of their columns, in characters
 */
export function heightFor(texts: readonly (readonly [string, number])[]): string {
  const lines = Math.max(1, ...texts.map(([text, width]) => linesOf(text, width)));
  return lines === 1 ? '' : ` ht="${Math.min(lines, MOST_LINES) * LINE}" customHeight="1"`;
}

/** Lines that a text takes in a column of this width, in characters. */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * WORDS) / width)), 0);
}

/** Lines break between words: a little room is lost at the end of each. */
const WORDS = 1.1;
