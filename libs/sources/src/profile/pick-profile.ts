import type { SourceRow } from '../source-row.js';
import { matchHeader, type HeaderMatch } from './match-header.js';
import type { TableProfile } from './profile.js';

/** The profile whose header a file has, or the closest one and what it lacks. */
export type Picked =
  | { readonly profile: TableProfile; readonly match: HeaderMatch }
  | { readonly profile: undefined; readonly closest: TableProfile; readonly match: HeaderMatch }
  | { readonly profile: undefined; readonly closest: undefined };

/**
 * Picks the profile of a file by its header: of those whose required columns are all there, the one that explains most
 * of the sheet's columns; of equals the one with more of its own columns found.
 *
 * @param heads the first rows of each visible sheet
 */
export function pickProfile(
  profiles: readonly TableProfile[],
  heads: ReadonlyMap<string, readonly SourceRow[]>,
): Picked {
  const matches = profiles.flatMap((profile) =>
    [...heads.values()].flatMap((rows) => {
      const match = matchHeader(rows.slice(0, profile.headerWithin), profile.columns);
      return match && match.places.size > 0 ? [{ profile, match }] : [];
    }),
  );
  const [best] = matches.filter(({ match }) => match.missing.length === 0).sort(byFit);
  if (best) return best;
  const [closest] = matches.sort(byFit);
  return closest
    ? { profile: undefined, closest: closest.profile, match: closest.match }
    : { profile: undefined, closest: undefined };
}

interface Candidate {
  readonly match: HeaderMatch;
}

function byFit(left: Candidate, right: Candidate): number {
  return right.match.places.size - left.match.places.size || right.match.share - left.match.share;
}
