/** Texts that are kept of one reading; longer ones seldom come again. */
const MOST = 2_000;
const LONGEST = 120;

/**
 * The same reading, which keeps what it gave for the last texts: the cells of a column repeat each other. Where they do
 * not, it stops keeping.
 *
 * @param read gives the same for the same text, never undefined, and nobody changes what it gives
 */
export function remembering<Found extends {}>(read: (text: string) => Found): (text: string) => Found {
  let known: Map<string, Found> | undefined = new Map();
  let hits = 0;
  return (text) => {
    if (known === undefined || text.length > LONGEST) return read(text);
    const found = known.get(text);
    if (found !== undefined) {
      hits++;
      return found;
    }
    const made = read(text);
    if (known.size === MOST) {
      known = hits < MOST ? undefined : new Map();
      hits = 0;
    }
    known?.set(text, made);
    return made;
  };
}
