import type { PackageMeta } from './package-text.js';

/** Where the number of the package goes in its address, when there are several: `https://…/releases-{n}.json`. */
const NUMBER = '{n}';

/**
 * The text of a numbered package up to the bracket that opens its list.
 * @param emptyPackage the text of a package without entries, which ends in `]}`
 */
export function packageOpening(
  emptyPackage: (meta: PackageMeta) => string,
  meta: PackageMeta,
): (number: number) => string {
  return (number) => emptyPackage({ ...meta, uri: meta.uri.replaceAll(NUMBER, String(number)) }).slice(0, -']}'.length);
}
