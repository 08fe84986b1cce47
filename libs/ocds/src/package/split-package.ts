import type { Json, JsonObject } from '../json.js';
import { PackageError } from './package-error.js';

/** The two lists a package can be of. */
export type PackageList = 'releases' | 'records';

/**
 * The package in packages of at most `size` entries, each with all that it says of itself; the entries are not copied.
 * A package without entries stays as it is.
 * @throws PackageError NOT_A_PACKAGE
 */
export function* splitPackage(whole: JsonObject, size: number): Generator<JsonObject> {
  const list = listNameOf(whole);
  const entries = whole[list] as readonly Json[];
  if (entries.length <= size) yield whole;
  else for (let at = 0; at < entries.length; at += size) yield { ...whole, [list]: entries.slice(at, at + size) };
}

/** @throws PackageError NOT_A_PACKAGE */
export function listNameOf({ releases, records }: JsonObject): PackageList {
  if (Array.isArray(releases)) return 'releases';
  if (Array.isArray(records)) return 'records';
  throw new PackageError('NOT_A_PACKAGE');
}
