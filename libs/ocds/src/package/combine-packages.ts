import type { Json, JsonObject } from '../json.js';
import { PackageError } from './package-error.js';
import type { PackageMeta } from './package-text.js';
import type { PackageList } from './read-package.js';
import { type Bytes, readPackages } from './read-packages.js';
import type { Stream } from './write-packages.js';

/** What the package says of itself: a new document has an address and a date of its own; the rest wins over the packages. */
export type CombinedMeta = Pick<PackageMeta, 'uri' | 'publishedDate'> & Partial<PackageMeta>;

/**
 * One package of the packages in several inputs, all of a kind, as pieces of JSON text. Of `publisher`, `license` and
 * `publicationPolicy` the last package's word stands, `extensions` and `packages` are those of all, and what else
 * packages say of themselves, which is of each alone (`links`), goes. The list comes first in the text and the
 * metadata, known last, after it: so nothing is held but the entry at hand. Without packages there is no text.
 *
 * @throws UnreadableInputError while iterating, and PackageError: no package, one of another kind or version than those
 *   before, or no publisher. What was yielded by then is no whole package.
 */
export async function* combinePackages(inputs: Stream<Bytes>, meta: CombinedMeta): AsyncGenerator<string> {
  let list: PackageList | undefined;
  let said: JsonObject = {};
  let separator = '';
  for await (const input of inputs) {
    for await (const part of readPackages(input)) {
      if (list === undefined) yield `{"${part.list}":[`;
      else if (part.list !== list) throw new PackageError('MIXED_KINDS');
      list = part.list;
      if (part.kind === 'package') said = join(said, part.own);
      else yield separator + part.text;
      if (part.kind === 'entry') separator = ',';
    }
  }
  if (list !== undefined) yield `],${JSON.stringify(head(said, meta)).slice(1)}\n`;
}

function join(said: JsonObject, own: JsonObject): JsonObject {
  // A package of 1.0 does not have to say so.
  const version = own.version ?? '1.0';
  if (said.version !== undefined && said.version !== version) throw new PackageError('MIXED_VERSIONS');
  const { publisher = said.publisher, license = said.license, publicationPolicy = said.publicationPolicy } = own;
  const [extensions, packages] = [union(said.extensions, own.extensions), union(said.packages, own.packages)];
  return { version, publisher, license, publicationPolicy, extensions, packages };
}

function union(known: Json | undefined, own: Json | undefined): readonly Json[] | undefined {
  const all = [...new Set([known, own].flatMap((list) => (Array.isArray(list) ? (list as readonly Json[]) : [])))];
  return all.length > 0 ? all : undefined;
}

function head(said: JsonObject, { uri, publishedDate, ...given }: CombinedMeta): JsonObject {
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined);
  const { version, publisher, ...rest } = { ...said, ...Object.fromEntries(chosen) } as JsonObject;
  if (publisher === undefined || publisher === null) throw new PackageError('NO_PUBLISHER');
  return { uri, version, publishedDate, publisher, ...rest };
}
