import recordPackageSchema from '../../../../schemas/ocds/1.1/record-package-schema.json' with { type: 'json' };
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { createDocumentCheck } from './check-document.js';
import { checkOcid } from './check-ocid.js';
import type { Finding } from './finding.js';
import { mergePatch } from './merge-patch.js';
import { extendCodelists } from './ocds-codelists.js';
import { once } from './once.js';
import { namedSpot, itemSpot, reportAt, type Spot } from './spot.js';

/**
 * What is wrong with a record apart from the releases in it: `ocid`, links to releases, whole releases mixed with links,
 * releases of another process. Whole releases and the compiled release are for the release validator; the versioned
 * release is not looked at.
 * https://standard.open-contracting.org/1.1/en/schema/records_reference/
 */
export function validateRecordMetadata(record: Json): readonly Finding[] {
  if (!isJsonObject(record)) return linkedCheck()(record, {}).findings;
  const kind = kindOfReleases(record.releases);
  const head = mergePatch(record, { compiledRelease: null, versionedRelease: null });
  if (kind === 'linked') return linkedCheck()(head, record).findings;
  return embeddedCheck()(mergePatch(head, { releases: null }), record).findings;
}

const { record: recordSchema } = recordPackageSchema.definitions;
const { ocid, releases: releasesSchema } = recordSchema.properties;

const linkedCheck = once(() => recordCheck({ ocid, releases: releasesSchema.oneOf[0]! }, ['ocid', 'releases']));
const embeddedCheck = once(() => recordCheck({ ocid }, ['ocid']));

function recordCheck(properties: JsonObject, required: readonly string[]) {
  return createDocumentCheck<JsonObject>({
    schema: { $schema: recordPackageSchema.$schema, type: 'object', properties, required },
    codelists: extendCodelists({}),
    maxFindings: 1000,
    extraRules: (head, root, record) => {
      checkOcid(head, root, undefined);
      checkReleases(record, root);
    },
  });
}

/** Releases with an id are whole, others are links; the schema takes either kind, not both. */
function kindOfReleases(releases: Json | undefined): 'linked' | 'embedded' | 'mixed' {
  if (!Array.isArray(releases)) return 'linked';
  const whole = releases.filter((release) => isJsonObject(release) && release.id !== undefined).length;
  if (whole === 0) return 'linked';
  return whole === releases.length ? 'embedded' : 'mixed';
}

function checkReleases(record: JsonObject, root: Spot): void {
  const list = namedSpot(root, 'releases');
  if (kindOfReleases(record.releases) === 'mixed') reportAt(list, 'mixed-releases');
  checkOcidOf(record.compiledRelease, record, namedSpot(root, 'compiledRelease'));
  const releases = Array.isArray(record.releases) ? record.releases : [];
  for (const [index, release] of releases.entries()) checkOcidOf(release, record, itemSpot(list, index));
}

function checkOcidOf(release: Json | undefined, record: JsonObject, spot: Spot): void {
  const own = isJsonObject(release) ? release.ocid : undefined;
  if (typeof own !== 'string' || typeof record.ocid !== 'string' || own === record.ocid) return;
  reportAt(namedSpot(spot, 'ocid'), 'ocid-mismatch', own, { wanted: record.ocid });
}
