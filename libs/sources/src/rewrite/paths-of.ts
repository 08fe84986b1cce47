import type { CodeRule, OcdsProfile } from '../profile/profile.js';
import { matchPaths, type MatchPath } from './match-paths.js';

/** The paths that a profile lists, ready to be looked up. */
export interface ProfilePaths {
  readonly drop: MatchPath<true>;
  readonly rename: MatchPath<string>;
  readonly codes: MatchPath<CodeRule>;
  readonly addresses: MatchPath<true>;
  readonly emails: MatchPath<true>;
}

const known = new WeakMap<OcdsProfile, ProfilePaths>();

/** Made once per profile. */
export function pathsOf(profile: OcdsProfile): ProfilePaths {
  const made = known.get(profile) ?? make(profile);
  known.set(profile, made);
  return made;
}

function make({ drop, rename, codes, addresses, emails }: OcdsProfile): ProfilePaths {
  return {
    drop: matchPaths(listed(drop)),
    rename: matchPaths(rename),
    codes: matchPaths(codes),
    addresses: matchPaths(listed(addresses)),
    emails: matchPaths(listed(emails?.paths ?? [])),
  };
}

function listed(paths: readonly string[]): readonly (readonly [string, true])[] {
  return paths.map((path) => [path, true]);
}
