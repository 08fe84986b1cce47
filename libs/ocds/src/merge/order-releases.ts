import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { compareInstants, type Instant, instantOf } from './instant.js';
import { MergeError } from './merge-error.js';
import type { MergeErrorCode } from './merge-texts.js';
import { type MergeWarning, mergeWarning } from './merge-warning.js';
import { asText, described } from './walk.js';

/** A release in its place in the history. */
export interface OrderedRelease {
  readonly release: JsonObject;
  /** When it has the date of the one before it: the order of the two is only that of arrival. */
  readonly warning?: MergeWarning;
}

/**
 * The releases in the order of their dates; of equal dates the order given stays. One release needs no date.
 * @param reference compares dates as texts, as the reference does, instead of the moments they name.
 * @throws MergeError when there is no release, one is not an object, the ocids differ, or a date cannot be ordered by.
 */
export function orderReleases(releases: readonly JsonObject[], reference: boolean): readonly OrderedRelease[] {
  checkProcess(releases);
  if (releases.length === 1) return [{ release: releases[0]! }];
  const compare = reference ? compareTexts : compareMoments;
  const dated = releases.map((release) => datedRelease(release, reference)).sort(compare);
  return dated.map((one, position) => {
    const repeats = position > 0 && compare(dated[position - 1]!, one) === 0;
    return repeats ? { release: one.release, warning: warnOfDate(one) } : one;
  });
}

interface DatedRelease {
  readonly release: JsonObject;
  readonly date: string;
  readonly instant: Instant;
}

function datedRelease(release: JsonObject, reference: boolean): DatedRelease {
  const { date } = release;
  if (date === undefined || date === null) throw undated(release, 'DATE_MISSING');
  if (typeof date !== 'string') throw undated(release, 'DATE_NOT_TEXT', date);
  const instant = reference ? anyInstant : instantOf(date);
  if (!instant) throw undated(release, 'DATE_UNREADABLE', date);
  return { release, date, instant };
}

const anyInstant: Instant = { seconds: 0, fraction: 0 };

function compareMoments(one: DatedRelease, other: DatedRelease): number {
  return compareInstants(one.instant, other.instant);
}

function compareTexts(one: DatedRelease, other: DatedRelease): number {
  return one.date < other.date ? -1 : Number(one.date > other.date);
}

function undated(release: JsonObject, code: MergeErrorCode, date?: Json): MergeError {
  return new MergeError(code, { path: 'date', releaseId: asText(release.id), detail: described(date) });
}

function warnOfDate({ release, date }: DatedRelease): MergeWarning {
  return mergeWarning('REPEATED_DATE', { path: 'date', releaseId: asText(release.id), value: date });
}

/** Only releases of one contracting process are merged. */
function checkProcess(releases: readonly JsonObject[]): void {
  const [first] = releases;
  if (first === undefined) throw new MergeError('NO_RELEASES', { path: '' });
  for (const release of releases) {
    if (!isJsonObject(release)) throw new MergeError('RELEASE_NOT_OBJECT', { path: '' });
    if (typeof release.ocid !== 'string') throw misplaced(release, 'OCID_MISSING');
    if (release.ocid !== first.ocid) throw misplaced(release, 'OCID_DIFFERS');
  }
}

function misplaced({ id, ocid }: JsonObject, code: MergeErrorCode): MergeError {
  return new MergeError(code, { path: 'ocid', releaseId: asText(id), detail: described(ocid) });
}
