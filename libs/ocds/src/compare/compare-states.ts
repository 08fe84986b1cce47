import type { JsonObject } from '../json.js';
import { compileReleases } from '../merge/merge-releases.js';
import { compareReleases, type ReleaseDifference } from './compare-releases.js';

/**
 * What a process said after one of its releases and what it said after another: each state is all releases up to it,
 * merged.
 *
 * @param releases of one process, oldest first, as its record has them
 * @param from id of a release; undefined: before the first, when nothing was said
 * @returns undefined when the process has no such releases
 * @throws MergeError as `compileReleases`
 */
export function compareStates(
  releases: readonly JsonObject[],
  from: string | undefined,
  to: string,
): readonly ReleaseDifference[] | undefined {
  const before = from === undefined ? {} : stateAt(releases, from);
  const after = stateAt(releases, to);
  return before && after && compareReleases(before, after);
}

/** The compiled release of a process after the release of that id. */
function stateAt(releases: readonly JsonObject[], id: string): JsonObject | undefined {
  const position = releases.findIndex((release) => release.id === id);
  return position === -1 ? undefined : compileReleases(releases.slice(0, position + 1));
}
