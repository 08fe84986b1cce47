import { compactJson } from './compact-json.js';
import { packageOpening } from './package-opening.js';
import { type PackageMeta, releasePackageText } from './package-text.js';
import { type PackagingOptions, type Stream, writePackages } from './write-packages.js';

/**
 * Release packages of the releases that come, in their order, as pieces of JSON Lines text (a package a line). A release
 * is copied to the letter but for the spaces between its parts: no number or date passes through another form. Memory
 * does not grow with the number of releases.
 * https://standard.open-contracting.org/1.1/en/schema/release_package/
 *
 * @param releases each the JSON text of one release
 * @param meta `{n}` in its `uri` becomes the number of the package, from 1
 */
export function packageReleases(
  releases: Stream<string>,
  meta: PackageMeta,
  options: PackagingOptions = {},
): AsyncGenerator<string> {
  const openingOf = packageOpening((head) => releasePackageText(head, []), meta);
  return writePackages(openingOf, compacted(releases), options);
}

async function* compacted(texts: Stream<string>): AsyncGenerator<string> {
  for await (const text of texts) yield compactJson(text);
}
