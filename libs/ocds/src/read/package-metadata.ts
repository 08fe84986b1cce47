import { isJsonObject, type Json, type JsonObject } from '../json.js';

/** What packages say about themselves. https://standard.open-contracting.org/1.1/en/schema/release_package/ */
export interface PackageMetadata {
  readonly uri?: string;
  readonly version?: string;
  readonly publishedDate?: string;
  readonly license?: string;
  readonly publicationPolicy?: string;
  readonly publisher?: JsonObject;
  readonly extensions?: readonly string[];
  /** Where the next page is, by the pagination extension (`links.next`). */
  readonly next?: string;
}

/**
 * Adds what one more package says: of each member the first package's word stands, except that `extensions` collects
 * those of all and `next` is the last package's. Values of a wrong type are passed over.
 */
export function addMetadata(known: PackageMetadata | undefined, own: JsonObject): PackageMetadata | undefined {
  const { publisher, extensions, links } = own;
  const found: PackageMetadata = {
    ...Object.fromEntries(TEXTS.filter((name) => typeof own[name] === 'string').map((name) => [name, own[name]])),
    ...(isJsonObject(publisher) && { publisher }),
    ...known,
    ...extensionsOf(known?.extensions ?? [], extensions),
  };
  const next = isJsonObject(links) && typeof links.next === 'string' ? links.next : undefined;
  const all = next === undefined ? found : { ...found, next };
  return Object.keys(all).length > 0 ? all : undefined;
}

const TEXTS = ['uri', 'version', 'publishedDate', 'license', 'publicationPolicy'];
/** More than the extension registry has; beyond it a list is not one of extensions. */
const EXTENSIONS_KEPT = 1000;

function extensionsOf(known: readonly string[], own: Json | undefined): Pick<PackageMetadata, 'extensions'> {
  const named = Array.isArray(own) ? own.filter((extension) => typeof extension === 'string') : [];
  const extensions = [...new Set([...known, ...named])].slice(0, EXTENSIONS_KEPT);
  return extensions.length > 0 ? { extensions } : {};
}
