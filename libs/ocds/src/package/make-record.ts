import type { JsonObject } from '../json.js';
import { MergeError } from '../merge/merge-error.js';
import { compileReleases, mergeReleases } from '../merge/merge-releases.js';
import { orderReleases } from '../merge/order-releases.js';
import { compactJson } from './compact-json.js';

/** A release on its way into a record: its JSON text, and where it is published when records are to link to it. */
export interface PackedRelease {
  readonly text: string;
  readonly url?: string | undefined;
}

export interface RecordOptions {
  /** With the history of each field beside the compiled release. */
  readonly versioned?: boolean;
}

/** The JSON text of one record. `fault` says why it has neither compiled nor versioned release, when it has none. */
export interface MadeRecord {
  readonly text: string;
  readonly fault?: MergeError;
}

/**
 * The record of one contracting process. Its releases, in the order of their dates, are linked to when all of them have
 * a `url`, and embedded otherwise: a record does not mix the two. Releases that cannot be merged stay a record, without
 * compiled release, in the order given.
 * https://standard.open-contracting.org/1.1/en/schema/record_package/
 */
export function makeRecord(
  ocid: string,
  releases: readonly PackedRelease[],
  { versioned = false }: RecordOptions = {},
): MadeRecord {
  const texts = new Map(releases.map((release) => [JSON.parse(release.text) as JsonObject, release]));
  try {
    const ordered = orderReleases([...texts.keys()], false).map(({ release }) => release);
    return {
      text: recordText(
        ocid,
        ordered.map((release) => entryOf(release, texts)),
        merge(ordered, versioned),
      ),
    };
  } catch (error) {
    if (error instanceof MergeError) return { text: recordText(ocid, [...texts], {}), fault: error };
    throw error;
  }
}

type Entry = readonly [JsonObject, PackedRelease];

function entryOf(release: JsonObject, texts: ReadonlyMap<JsonObject, PackedRelease>): Entry {
  return [release, texts.get(release)!]; // ordering hands back the very objects it was given
}

function merge(releases: readonly JsonObject[], versioned: boolean): JsonObject {
  if (!versioned) return { compiledRelease: compileReleases(releases) };
  const merged = mergeReleases(releases);
  return { compiledRelease: merged.compiled, versionedRelease: merged.versioned };
}

function recordText(ocid: string, releases: readonly Entry[], merged: JsonObject): string {
  const isLinked = releases.every(([, { url }]) => url !== undefined);
  const entries = releases.map(([{ date, tag }, { text, url }]) =>
    isLinked ? JSON.stringify({ url, date, tag }) : compactJson(text),
  );
  const rest = JSON.stringify(merged).slice(1);
  return `{"ocid":${JSON.stringify(ocid)},"releases":[${entries.join(',')}]${rest === '}' ? '' : ','}${rest}`;
}
