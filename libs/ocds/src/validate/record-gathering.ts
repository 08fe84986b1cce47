import type { Json, JsonObject } from '../json.js';
import type { FoundPart } from '../read/found-part.js';
import type { FoundRelease } from '../read/found-release.js';

/** A record put together again, as far as its own rules need it, from the pieces a reader gives. */
export interface GatheredRecord {
  readonly record: JsonObject;
  readonly pointer: string;
}

/** Takes what a reader finds, in its order, and hands out each record once all of it has passed. */
export interface RecordGathering {
  readonly part: (part: FoundPart) => void;
  readonly release: (found: FoundRelease) => void;
  readonly end: () => void;
}

/** Of a record with more releases than this the others are not compared with it. */
const MOST_RELEASES = 10_000;

/** Of each release in a record only `ocid` and `id` are kept, so that memory follows the number and not the size. */
export function gatherRecords(take: (gathered: GatheredRecord) => void): RecordGathering {
  let list: { readonly owner: string; readonly releases: Json[] } = { owner: '', releases: [] };
  let last: GatheredRecord | undefined;
  const end = (): void => {
    if (last !== undefined) take(last);
    last = undefined;
  };
  const keep = (pointer: string, release: Json): void => {
    const [, owner] = IN_A_LIST.exec(pointer) ?? [];
    if (owner === undefined) return;
    if (owner !== list.owner) list = { owner, releases: [] };
    if (list.releases.length < MOST_RELEASES) list.releases.push(release);
  };
  return {
    part: ({ kind, value, pointer }) => {
      end();
      if (kind === 'link') return keep(pointer, value);
      if (kind === 'record')
        last = { record: withReleases(value, pointer === list.owner ? list.releases : []), pointer };
      list = { owner: '', releases: [] };
    },
    release: ({ release, pointer }) => {
      if (last !== undefined && pointer === `${last.pointer}/compiledRelease`) {
        last = { ...last, record: { ...last.record, compiledRelease: stub(release) } };
      }
      end();
      keep(pointer, stub(release));
    },
    end,
  };
}

const IN_A_LIST = /^(.*)\/releases\/\d+$/;

function stub({ ocid, id }: JsonObject): JsonObject {
  return { ...(ocid !== undefined && { ocid }), ...(id !== undefined && { id }) };
}

/** The reader leaves `null` in the place of a list. */
function withReleases(own: JsonObject, releases: readonly Json[]): JsonObject {
  return own.releases === null ? { ...own, releases } : own;
}
