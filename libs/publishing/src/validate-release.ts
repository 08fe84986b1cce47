import jalisco from '../../../schemas/extensions/jalisco/release-schema.json' with { type: 'json' };
import { createReleaseValidator, type JsonObject, type ReleaseValidator } from '#ocds';

let validator: ReleaseValidator | undefined;

/** Checks a release against OCDS 1.1 with Jalisco's extension; made at its first use, since that takes a while. */
export const validateRelease: ReleaseValidator = (release, context) => {
  validator ??= createReleaseValidator({ schemaPatches: [jalisco as JsonObject] });
  return validator(release, context);
};
