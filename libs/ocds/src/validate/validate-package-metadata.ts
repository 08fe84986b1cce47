import recordPackageSchema from '../../../../schemas/ocds/1.1/record-package-schema.json' with { type: 'json' };
import releasePackageSchema from '../../../../schemas/ocds/1.1/release-package-schema.json' with { type: 'json' };
import { extensionOfPackageField } from '../extensions/find-defining-extension.js';
import { extensionIdOf, findExtensions } from '../extensions/registry.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { createDocumentCheck } from './check-document.js';
import type { Finding, Verdict } from './finding.js';
import { mergePatch } from './merge-patch.js';
import { extendCodelists } from './ocds-codelists.js';
import { once } from './once.js';
import { itemSpot, namedSpot, reportAt, type Spot } from './spot.js';

const SUPPORTED_VERSION = '1.1';
const WITHOUT_CONTENT = { releases: null, records: null };

/**
 * What is wrong with the metadata of a release or record package: `uri`, `publisher`, `publishedDate`, `version`,
 * `license`, `extensions`… The members `releases` and `records` are not looked at, so the head of a stream will do.
 * Declared extensions of the registry are applied (pagination brings `links`), others are reported.
 * https://standard.open-contracting.org/1.1/en/schema/release_package/
 */
export function validatePackageMetadata(metadata: Json): readonly Finding[] {
  const head = isJsonObject(metadata) ? mergePatch(metadata, WITHOUT_CONTENT) : metadata;
  const patches = findExtensions(declaredIn(head)).known.flatMap(({ packagePatch }) =>
    packagePatch ? [packagePatch] : [],
  );
  return checkWith(patches)(head, undefined).findings;
}

type MetadataCheck = (metadata: Json, context: undefined) => Verdict;

/** Few extensions patch packages, and packages of a publisher declare the same ones: the last check is kept. */
function checkWith(patches: readonly JsonObject[]): MetadataCheck {
  if (patches.length === 0) return plainCheck();
  if (last?.patches.length !== patches.length || last.patches.some((patch, index) => patch !== patches[index])) {
    last = { patches, check: metadataCheck(patches) };
  }
  return last.check;
}

let last: { readonly patches: readonly JsonObject[]; readonly check: MetadataCheck } | undefined;
const plainCheck = once(() => metadataCheck([]));

function metadataCheck(patches: readonly JsonObject[]): MetadataCheck {
  return createDocumentCheck<undefined>({
    schema: patches.reduce(mergePatch, metadataSchema(releasePackageSchema)),
    codelists: extendCodelists({}),
    maxFindings: 1000,
    extraRules: (metadata, root) => {
      checkVersion(metadata, root);
      checkExtensions(metadata, root);
    },
    extensionOf: extensionOfPackageField,
  });
}

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

/** What is no address is left to the schema. */
function checkExtensions(metadata: Json, root: Spot): void {
  const list = namedSpot(root, 'extensions');
  const declared = isJsonObject(metadata) && Array.isArray(metadata.extensions) ? metadata.extensions : [];
  for (const [index, url] of declared.entries()) {
    if (typeof url !== 'string' || !/^https?:/i.test(url) || extensionIdOf(url) !== undefined) continue;
    reportAt(itemSpot(list, index), 'unknown-extension', url);
  }
}

function declaredIn(metadata: Json): readonly string[] {
  const declared = isJsonObject(metadata) && Array.isArray(metadata.extensions) ? metadata.extensions : [];
  return declared.filter((url) => typeof url === 'string');
}
