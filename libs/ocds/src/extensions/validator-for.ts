import type { JsonObject } from '../json.js';
import {
  createReleaseValidator,
  type ReleaseValidator,
  type ReleaseValidatorOptions,
} from '../validate/create-release-validator.js';
import type { CodelistAdditions } from '../validate/ocds-codelists.js';
import { extensionsOf, findExtensions, type Extension } from './registry.js';
import type { ExtensionId } from './schema-patches.js';

/** Extensions taken as declared by any package: the state's releases carry its local fields since 2017, undeclared. */
export const ALWAYS_KNOWN: readonly ExtensionId[] = ['jalisco'];

export interface ValidatorForOptions extends Pick<ReleaseValidatorOptions, 'maxFindings'> {
  /** Extensions to apply besides the declared ones. Default `ALWAYS_KNOWN`. */
  readonly assumed?: readonly ExtensionId[];
}

/**
 * The release validator for packages that declare these extensions. Those the registry does not have are passed over:
 * their fields are then additional ones, and `validatePackageMetadata` names them. Made at first use (about 0.3 s) and
 * kept, the last 16 of them.
 */
export function validatorFor(urls: readonly string[], options: ValidatorForOptions = {}): ReleaseValidator {
  const { assumed = ALWAYS_KNOWN, maxFindings } = options;
  const extensions = extensionsOf([...assumed, ...findExtensions(urls).known.map(({ id }) => id)]);
  const key = [maxFindings, ...extensions.map(({ id }) => id)].join();
  const validator = kept.get(key) ?? makeValidator(extensions, maxFindings);
  keep(key, validator);
  return validator;
}

const KEPT = 16;
const kept = new Map<string, ReleaseValidator>();

function makeValidator(extensions: readonly Extension[], maxFindings: number | undefined): ReleaseValidator {
  return createReleaseValidator({
    schemaPatches: extensions.flatMap(({ releasePatch }): readonly JsonObject[] =>
      releasePatch ? [releasePatch] : [],
    ),
    codelists: joinCodelists(extensions),
    ...(maxFindings !== undefined && { maxFindings }),
  });
}

/** The last one used goes to the end; the first, the longest unused, is dropped when there are too many. */
function keep(key: string, validator: ReleaseValidator): void {
  kept.delete(key);
  kept.set(key, validator);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
}

function joinCodelists(extensions: readonly Extension[]): CodelistAdditions {
  const joined = new Map<string, readonly string[]>();
  for (const [name, codes] of extensions.flatMap(({ codelists }) => Object.entries(codelists))) {
    joined.set(name, [...(joined.get(name) ?? []), ...codes]);
  }
  return Object.fromEntries(joined);
}
