import { isJsonObject, type Json } from '../json.js';
import { namedSpot, reportAt, type Spot } from './spot.js';

/** https://standard.open-contracting.org/1.1/en/schema/identifiers/#open-contracting-process-identifier-ocid */
const REGISTERED_PREFIX = /^ocds-[a-z0-9]{6}/;

/**
 * An ocid under another prefix than the publisher's own is an error: it would create or change another's process.
 * With no prefix to compare, one that cannot be registered is a warning: several Mexican publishers write theirs in
 * capitals. Ocids that are missing, empty or no text are left to the schema.
 */
export function checkOcid(release: Json, root: Spot, ownPrefix: string | undefined): void {
  const ocid = isJsonObject(release) ? release.ocid : undefined;
  if (typeof ocid !== 'string' || ocid === '') return;
  const spot = namedSpot(root, 'ocid');
  if (ownPrefix !== undefined && !ocid.startsWith(ownPrefix))
    reportAt(spot, 'ocid-prefix', ocid, { wanted: ownPrefix });
  else if (!REGISTERED_PREFIX.test(ocid)) reportAt(spot, 'ocid-format', ocid);
}
