import type { JsonObject, Release } from '#ocds';
import { contentHashOf } from '../identity/content-of.js';
import { deriveReleaseTags } from '../identity/derive-release-tags.js';
import { releaseIdOf } from '../identity/release-id-of.js';
import { eraseLostValues } from './erase-lost-values.js';

/** The last release of the process that there is. */
export interface PreviousRelease {
  readonly release: JsonObject;
  /** Whether it is of the same profile: only then does a value that is no longer told mean that it is gone. */
  readonly sameProfile: boolean;
  /** Of other releases of the process, the date that a new one must come after (RFC 3339 in UTC, to the millisecond). */
  readonly after?: string | undefined;
}

export interface FinishOptions {
  readonly ocid: string;
  /** Instant of the taking in, RFC 3339 in UTC, to the millisecond. */
  readonly now: string;
  readonly previous?: PreviousRelease | undefined;
  /** Of what is told, where the caller knows it. */
  readonly contentHash?: string;
}

export type FinishedRelease =
  { readonly outcome: 'new'; readonly release: Release } | { readonly outcome: 'unchanged' };

/**
 * Makes a release of what a file tells of a process, or says that it tells nothing new. Its date is when this platform
 * took it in, always after the release before it; its id and tags come of what it says.
 *
 * @param members what the rows came to, without personal data: the id is a hash of it
 */
export function finishRelease(members: JsonObject, options: FinishOptions): FinishedRelease {
  const { ocid, now, previous } = options;
  const told = contentOfRelease(members, ocid);
  const contentHash = options.contentHash ?? contentHashOf(told);
  if (previous && contentHash === contentHashOf(previous.release)) return { outcome: 'unchanged' };
  const date = [previous?.release.date, previous?.after].reduce<string>(later, now);
  const tag = deriveReleaseTags(asRelease(told), previous && asRelease(previous.release));
  const content = previous?.sameProfile ? eraseLostValues(told, withoutHead(previous.release)) : told;
  const head = { ocid, id: releaseIdOf(ocid, contentHash, date), date, tag };
  return { outcome: 'new', release: { ...head, ...content } };
}

function withoutHead({ id: _id, date: _date, tag: _tag, ...content }: JsonObject): JsonObject {
  return content;
}

/** What a release of these members says of its process: all but its id, date and tag. */
export function contentOfRelease(members: JsonObject, ocid: string): JsonObject {
  return { ocid, language: 'es', initiationType: 'tender', ...members };
}

/** Whoever reads it by its parts finds out what it has. */
function asRelease(content: JsonObject): Release {
  return content as unknown as Release;
}

/** Merging goes by dates: two files may come within one millisecond, and clocks are put back. */
function later(now: string, before: JsonObject[string]): string {
  const instant = typeof before === 'string' ? Date.parse(before) : Number.NaN;
  return Date.parse(now) > instant || Number.isNaN(instant) ? now : new Date(instant + 1).toISOString();
}
