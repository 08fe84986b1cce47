export interface PackagingOptions {
  /** Entries per package, at least 1; all in one package unless given. */
  readonly size?: number | undefined;
}

/** What can be gone through once, read from a file or there already. */
export type Stream<Value> = AsyncIterable<Value> | Iterable<Value>;

/**
 * Puts entries, each a JSON text, into packages: pieces of text that together are JSON Lines, a package a line. Nothing
 * is kept of what was written. Without entries there is no package: the standard has no empty one.
 *
 * @param openingOf the text of the n-th package, from 1, up to the bracket that opens its list
 */
export async function* writePackages(
  openingOf: (number: number) => string,
  entries: Stream<string>,
  { size = Infinity }: PackagingOptions,
): AsyncGenerator<string> {
  let written = 0;
  for await (const entry of entries) {
    const isFirst = written === 0 || written % size === 0;
    if (isFirst && written > 0) yield ']}\n';
    yield isFirst ? openingOf(written / size + 1) + entry : `,${entry}`;
    written++;
  }
  if (written > 0) yield ']}\n';
}
