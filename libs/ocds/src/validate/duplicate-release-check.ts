import { isJsonObject, type Json } from '../json.js';
import { FINDING_SEVERITY } from './finding-severity.js';
import type { Finding } from './finding.js';
import { phraseOf } from './phrase.js';
import { shortJson } from './short-json.js';

/**
 * For the releases of one package in turn: a finding when ocid and id repeat an earlier one's. `place` is the release's
 * index in the package's `releases`, or its pointer where the finding is to be placed in something larger.
 */
export type DuplicateReleaseCheck = (release: Json, place: number | string) => Finding | undefined;

/**
 * Begins the check for one package. It remembers a pair of ids per release, so it suits packages of some millions.
 * https://standard.open-contracting.org/1.1/en/schema/identifiers/#release-id
 */
export function createDuplicateReleaseCheck(): DuplicateReleaseCheck {
  const seen = new Set<string>();
  return (release, at) => {
    const { ocid, id } = isJsonObject(release) ? release : {};
    if (typeof ocid !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) return undefined;
    const key = JSON.stringify([ocid, id]);
    if (seen.has(key)) return findingAt(typeof at === 'number' ? `/releases/${at}` : at, id);
    seen.add(key);
    return undefined;
  };
}

const RULE = 'duplicate-release';

function findingAt(release: string, id: string | number): Finding {
  const place = { rule: RULE, pointer: `${release}/id`, path: 'releases/id' } as const;
  return { ...place, severity: FINDING_SEVERITY[RULE], value: shortJson(id), ...phraseOf(place) };
}
