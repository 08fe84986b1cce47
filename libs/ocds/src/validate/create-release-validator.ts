import releaseSchema from '../../../../schemas/ocds/1.1/release-schema.json' with { type: 'json' };
import { extensionOfReleaseField } from '../extensions/find-defining-extension.js';
import type { Json, JsonObject } from '../json.js';
import { createDocumentCheck } from './check-document.js';
import { checkOcid } from './check-ocid.js';
import type { Verdict } from './finding.js';
import { mergePatch } from './merge-patch.js';
import { extendCodelists, type CodelistAdditions } from './ocds-codelists.js';

export interface ReleaseValidatorOptions {
  /** The `release-schema.json` of each extension in use, in order: JSON Merge Patches (RFC 7396). Trusted: they hold regular expressions. */
  readonly schemaPatches?: readonly JsonObject[];
  /** Codes that extensions add to open lists, by list file name, e.g. `{ 'partyRole.csv': ['bidder'] }`. */
  readonly codelists?: CodelistAdditions;
  /** Findings listed per release; the others are only counted. Default 1,000. */
  readonly maxFindings?: number;
}

export interface ReleaseContext {
  /** The publisher's own registered prefix, e.g. `ocds-xs1qbl`: ocids with another become errors. */
  readonly ocidPrefix?: string;
}

/** Says what is wrong with one release. Never throws, whatever the JSON; takes linear time and bounded memory. */
export type ReleaseValidator = (release: Json, context?: ReleaseContext) => Verdict;

/**
 * Makes a validator of OCDS 1.1 releases, also compiled ones, with the extensions' patches applied. Costs about 0.1 s:
 * make one per set of extensions and keep it.
 * https://standard.open-contracting.org/1.1/en/schema/reference/
 * @throws UnusableSchemaError when a patch leaves a schema that cannot be compiled.
 */
export function createReleaseValidator(options: ReleaseValidatorOptions = {}): ReleaseValidator {
  const { schemaPatches = [], codelists = {}, maxFindings = 1000 } = options;
  const check = createDocumentCheck<ReleaseContext>({
    schema: schemaPatches.reduce<JsonObject>(mergePatch, releaseSchema),
    codelists: extendCodelists(codelists),
    maxFindings,
    extraRules: (release, root, { ocidPrefix }) => checkOcid(release, root, ocidPrefix),
    extensionOf: extensionOfReleaseField,
  });
  return (release, context = {}) => check(release, context);
}
