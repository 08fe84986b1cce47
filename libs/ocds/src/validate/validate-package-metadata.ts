import recordPackageSchema from '../../../../schemas/ocds/1.1/record-package-schema.json' with { type: 'json' };
import releasePackageSchema from '../../../../schemas/ocds/1.1/release-package-schema.json' with { type: 'json' };
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { createDocumentCheck } from './check-document.js';
import type { Finding } from './finding.js';
import { mergePatch } from './merge-patch.js';
import { extendCodelists } from './ocds-codelists.js';
import { once } from './once.js';
import { namedSpot, reportAt, type Spot } from './spot.js';

const SUPPORTED_VERSION = '1.1';
const WITHOUT_CONTENT = { releases: null, records: null };

/**
 * What is wrong with the metadata of a release or record package: `uri`, `publisher`, `publishedDate`, `version`,
 * `license`, `extensions`… The members `releases` and `records` are not looked at, so the head of a stream will do.
 * https://standard.open-contracting.org/1.1/en/schema/release_package/
 */
export function validatePackageMetadata(metadata: Json): readonly Finding[] {
  return metadataCheck()(isJsonObject(metadata) ? mergePatch(metadata, WITHOUT_CONTENT) : metadata, undefined).findings;
}

const metadataCheck = once(() =>
  createDocumentCheck<undefined>({
    schema: metadataSchema(releasePackageSchema),
    codelists: extendCodelists({}),
    maxFindings: 1000,
    extraRules: checkVersion,
  }),
);

/** Both kinds of package share their metadata, but for the `packages` of record packages. */
function metadataSchema(schema: JsonObject): JsonObject {
  const properties = { ...WITHOUT_CONTENT, packages: recordPackageSchema.properties.packages };
  return mergePatch(schema, { properties, required: ['uri', 'publisher', 'publishedDate', 'version'] });
}

/** A version of another form is left to the schema. */
function checkVersion(metadata: Json, root: Spot): void {
  const version = isJsonObject(metadata) ? metadata.version : undefined;
  if (typeof version !== 'string' || version === SUPPORTED_VERSION || !/^\d+\.\d+$/.test(version)) return;
  reportAt(namedSpot(root, 'version'), 'version', version);
}
