import { createHash } from 'node:crypto';
import type { FoundRelease, Json, JsonObject, Release, Verdict } from '#ocds';
import { canonicalJson } from './canonical-json.js';
import { compressText } from './compressed-text.js';
import type { ToPublic } from './public-release.js';
import { instantOf } from './instant-of.js';

/** A release that was read and checked, ready for the store. */
export interface IncomingRelease {
  readonly ocid: string;
  readonly id: string;
  /** The instant of its `date`, as RFC 3339 in UTC, or '-infinity' when it has none that can be read. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly pointer: string;
  readonly origin: 'release' | 'compiled';
  readonly verdict: Verdict;
  /** True when the cells it was made of have faults that must be mended: it is held like an invalid one. */
  readonly faulty?: boolean;
  /** Of what was received, not of what is published; of rows, of the release made of them. */
  readonly contentHash: Buffer;
  /** The text that may be published, compressed. */
  readonly document: Buffer;
}

/** Prepares a release that was made here, and is public from the beginning. @param pointer place in its file */
export async function prepareMadeRelease(
  release: Release,
  pointer: string,
  verdict: Verdict,
  faulty: boolean,
): Promise<IncomingRelease> {
  return {
    ocid: release.ocid,
    id: release.id,
    date: instantOf(release.date),
    tags: release.tag,
    pointer,
    origin: 'release',
    verdict,
    faulty,
    contentHash: hashOf(release),
    document: await compressText(JSON.stringify(release)),
  };
}

function hashOf(release: JsonObject): Buffer {
  return createHash('sha256').update(canonicalJson(release)).digest();
}

/** A release that cannot be told apart from others: it is kept aside, with the reason. */
export interface Unidentified {
  readonly pointer: string;
  readonly message: string;
  readonly document: Buffer;
}

/** Both halves of a release's identity go into index keys, whose size PostgreSQL limits. */
const LONGEST_IDENTITY = 500;

/** Prepares one found release for the store, or says why it has no identity to be stored under. */
export async function prepareRelease(
  found: FoundRelease,
  check: (release: Json) => Verdict,
  toPublic: ToPublic,
): Promise<IncomingRelease | Unidentified> {
  const { ocid, id, date, tag } = found.release;
  const document = await compressText(toPublic(found));
  const fault = identityFault('ocid', ocid) ?? identityFault('id', id);
  if (fault) return { pointer: found.pointer, message: fault, document };
  return {
    ocid: ocid as string,
    id: id as string,
    date: instantOf(date),
    tags: Array.isArray(tag) ? tag.filter((code) => typeof code === 'string') : [],
    pointer: found.pointer,
    origin: found.origin,
    verdict: check(found.release),
    contentHash: hashOf(found.release),
    document,
  };
}

function identityFault(field: string, value: Json | undefined): string | undefined {
  if (value === undefined || value === null || value === '') return `La publicación no tiene «${field}».`;
  if (typeof value !== 'string') return `«${field}» debe ser texto y es ${JSON.stringify(value).slice(0, 60)}.`;
  if (value.length > LONGEST_IDENTITY)
    return `«${field}» tiene ${value.length} caracteres; el máximo es ${LONGEST_IDENTITY}.`;
  // oxlint-disable-next-line no-control-regex -- control characters are just what must not be in an identifier
  if (/[\u0000-\u001f]/.test(value)) return `«${field}» contiene caracteres de control.`;
  return undefined;
}
