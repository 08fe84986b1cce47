import type { JsonObject } from '../json.js';

/** True for `{url, date, tag}` in a record's `releases`: it says where a release is and is none itself. */
export function isReleaseLink(object: JsonObject): boolean {
  const { url, ocid, id } = object;
  return typeof url === 'string' && ocid === undefined && id === undefined && !hasProcessData(object);
}

/** True when the object's only tag is `compiled`: it is the sum of a process's releases. */
export function isCompiledRelease({ tag }: JsonObject): boolean {
  return Array.isArray(tag) ? tag.length === 1 && tag[0] === 'compiled' : tag === 'compiled';
}

/** True when the object holds the versions of values, `[{releaseID, releaseDate, releaseTag, value}]`, and not values. */
export function isVersionedRelease(object: JsonObject): boolean {
  return [object.tag, object.initiationType, object.language].some(
    (member) =>
      Array.isArray(member) && typeof member[0] === 'object' && member[0] !== null && 'releaseID' in member[0],
  );
}

/** True when the object brings data of a contracting process, well formed or not. */
export function hasProcessData(object: JsonObject): boolean {
  return PROCESS_MEMBERS.some((name) => object[name] !== undefined);
}

const PROCESS_MEMBERS = ['planning', 'tender', 'awards', 'contracts', 'buyer', 'parties', 'initiationType'];
