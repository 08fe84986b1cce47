import type { PackageMeta } from './package-text.js';

export interface PackagingOptions {
  /** Entries per package, at least 1; all in one package unless given. */
  readonly size?: number | undefined;
}

/** What can be gone through once, read from a file or there already. */
export type Stream<Value> = AsyncIterable<Value> | Iterable<Value>;

/** Where the number of the package goes in its address, when there are several: `https://…/releases-{n}.json`. */
const NUMBER = '{n}';

/**
 * Puts entries, each a JSON text, into packages: pieces of text that together are JSON Lines, a package a line. Nothing
 * is kept of what was written. Without entries there is no package: the standard has no empty one.
 *
 * @param emptyPackage the text of a package without entries, which ends in `]}`
 */
export async function* writePackages(
  emptyPackage: (meta: PackageMeta) => string,
  meta: PackageMeta,
  entries: Stream<string>,
  { size = Infinity }: PackagingOptions,
): AsyncGenerator<string> {
  let written = 0;
  for await (const entry of entries) {
    const isFirst = written === 0 || written % size === 0;
    if (isFirst && written > 0) yield ']}\n';
    yield isFirst ? opening(emptyPackage, meta, written / size + 1) + entry : `,${entry}`;
    written++;
  }
  if (written > 0) yield ']}\n';
}

function opening(emptyPackage: (meta: PackageMeta) => string, meta: PackageMeta, number: number): string {
  return emptyPackage({ ...meta, uri: meta.uri.replaceAll(NUMBER, String(number)) }).slice(0, -']}'.length);
}
