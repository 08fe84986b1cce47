import type { FoundRelease } from '#ocds';
import { type OcdsProfile, type Profile, rewriteRelease } from '#sources';
import { unknownProfile } from './mapping/find-sheets.js';

/** Brings the releases of a source that publishes OCDS in order. */
export interface Rewriting {
  /** Of the profile; undefined where releases are taken as they come. */
  readonly version: number | undefined;
  readonly extensions: readonly string[];
  rewrite(found: FoundRelease): FoundRelease;
  /** Changes made so far, by rule. */
  counts(): Readonly<Record<string, number>>;
}

/** Of releases that are taken as they come. */
const NONE: Rewriting = { version: undefined, extensions: [], rewrite: (found) => found, counts: () => ({}) };

/** The rewriting of a profile. @throws IngestError PROFILE_UNKNOWN when it is none of OCDS */
export function openRewriting(profiles: readonly Profile[], profileId: string, ocidPrefix: string): Rewriting {
  const profile = profiles.find(({ id }) => id === profileId);
  if (profile === undefined && profileId === 'ocds') return NONE;
  if (profile?.kind !== 'ocds') throw unknownProfile(profileId, profiles);
  return profileId === 'ocds' ? { ...NONE, extensions: profile.extensions } : rewritingBy(profile, ocidPrefix);
}

function rewritingBy(profile: OcdsProfile, ocidPrefix: string): Rewriting {
  const counts: Record<string, number> = {};
  return {
    version: profile.version,
    extensions: profile.extensions,
    counts: () => ({ ...counts }),
    rewrite(found) {
      const { release, changes } = rewriteRelease(profile, found.release, { ocidPrefix });
      for (const { rule } of changes) counts[rule] = (counts[rule] ?? 0) + 1;
      return release === found.release ? found : { ...found, release, text: JSON.stringify(release) };
    },
  };
}
