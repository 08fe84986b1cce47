import { stableHash, type Json, type JsonObject } from '#ocds';
import { essential } from './content-of.js';

/** Parts of a release by what tells them apart. */
export type Parts = ReadonlyMap<Json | undefined, JsonObject>;

export interface Changes {
  readonly added: readonly JsonObject[];
  /** Now and before. */
  readonly changed: readonly (readonly [JsonObject, JsonObject])[];
}

/** What is new and what says otherwise, part by part. Parts that say nothing are not there; what is gone is no change. */
export function changesIn(current: Parts, previous: Parts): Changes {
  const added: JsonObject[] = [];
  const changed: (readonly [JsonObject, JsonObject])[] = [];
  for (const [key, part] of current) {
    const now = hashOf(part);
    if (now === undefined) continue;
    const known = previous.get(key);
    const before = known && hashOf(known);
    if (known === undefined || before === undefined) added.push(part);
    else if (now !== before) changed.push([part, known]);
  }
  return { added, changed };
}

function hashOf(part: JsonObject): string | undefined {
  const content = essential(part);
  return content === undefined ? undefined : stableHash(content);
}
