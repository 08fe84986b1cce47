/*
 * Packages are put together as text around documents that are JSON text already: what was published goes out byte
 * for byte, and nothing is parsed to be written again.
 * https://standard.open-contracting.org/1.1/en/schema/release_package/
 */

/** What a package says of itself. */
export interface PackageMeta {
  readonly uri: string;
  readonly publishedDate: string;
  readonly publisher: {
    readonly name: string;
    readonly scheme?: string | undefined;
    readonly uid?: string | undefined;
    readonly uri?: string | undefined;
  };
  readonly extensions?: readonly string[] | undefined;
  readonly license?: string | undefined;
  readonly publicationPolicy?: string | undefined;
  readonly links?: { readonly [relation in 'next' | 'prev' | 'resume']?: string | undefined } | undefined;
  readonly packages?: readonly string[] | undefined;
}

/** A record's parts, as JSON text where they are documents. */
export interface RecordParts {
  readonly ocid: string;
  /** The releases it links to, each `{url, date, tag}`. */
  readonly releases: readonly { readonly url: string; readonly date: string | null; readonly tag: readonly string[] }[];
  readonly compiledRelease: string;
  readonly versionedRelease?: string | undefined;
}

/**
 * A release package as JSON text.
 *
 * @param releases each the JSON text of one release.
 * @param more members beside those of the standard, e.g. the entries of a change feed.
 */
export function releasePackageText(meta: PackageMeta, releases: readonly string[], more: object = {}): string {
  return withMember({ ...head(meta), ...more }, 'releases', releases);
}

/** A record package as JSON text. */
export function recordPackageText(meta: PackageMeta, records: readonly RecordParts[]): string {
  return withMember(head(meta), 'records', records.map(recordText));
}

function head({ uri, publishedDate, publisher, ...rest }: PackageMeta): object {
  return { uri, version: '1.1', publishedDate, publisher, ...rest };
}

function recordText({ ocid, releases, compiledRelease, versionedRelease }: RecordParts): string {
  const versioned = versionedRelease ? `,"versionedRelease":${versionedRelease}` : '';
  return `${open({ ocid, releases })},"compiledRelease":${compiledRelease}${versioned}}`;
}

function withMember(object: object, name: string, texts: readonly string[]): string {
  return `${open(object)},"${name}":[${texts.join(',')}]}`;
}

/** An object's JSON text without its closing brace. */
function open(object: object): string {
  return JSON.stringify(object).slice(0, -1);
}
