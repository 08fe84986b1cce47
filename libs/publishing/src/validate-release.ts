import { EXTENSION_IDS, type ExtensionId, type ReleaseValidator, validatorFor } from '#ocds';
import type { Profile } from '#sources';

/** What publishers here use, declared or not: Jalisco's local fields, prices without tax, bids, clarification meetings. */
const IN_USE: readonly ExtensionId[] = ['jalisco', 'taxes', 'bids', 'clarificationMeetings'];

/**
 * Checks releases against OCDS 1.1 with the extensions in use and those of a profile; made at its first use, since that
 * takes a while.
 *
 * @param extensions of a profile; those that the registry does not have are passed over
 */
export function releaseValidator(extensions: readonly string[] = []): ReleaseValidator {
  let validator: ReleaseValidator | undefined;
  return (release, context) => {
    validator ??= validatorFor([], { assumed: [...IN_USE, ...(extensions as readonly ExtensionId[])] });
    return validator(release, context);
  };
}

/** The extensions whose fields published releases may have: those in use and those of the profiles. */
export function extensionsInUse(profiles: readonly Pick<Profile, 'extensions'>[]): readonly ExtensionId[] {
  const named = new Set<string>([...IN_USE, ...profiles.flatMap(({ extensions }) => extensions)]);
  return EXTENSION_IDS.filter((id) => named.has(id));
}
