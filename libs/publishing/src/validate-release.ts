import { type ExtensionId, type ReleaseValidator, validatorFor } from '#ocds';

/** What publishers here use, declared or not: Jalisco's local fields, prices without tax, bids. */
const IN_USE: readonly ExtensionId[] = ['jalisco', 'taxes', 'bids'];

/** Checks a release against OCDS 1.1 with the extensions in use; made at its first use, since that takes a while. */
export const validateRelease: ReleaseValidator = (release, context) =>
  validatorFor([], { assumed: IN_USE })(release, context);
