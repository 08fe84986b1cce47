import releaseSchema from '../../../../schemas/ocds/1.1/release-schema.json' with { type: 'json' };
import { extensionsOf } from '../extensions/registry.js';
import { EXTENSION_IDS } from '../extensions/schema-patches.js';
import type { JsonObject } from '../json.js';
import { mergePatch } from '../validate/merge-patch.js';
import { once } from '../validate/once.js';
import { describeFields, type Field } from '../validate/schema-field.js';

/** The fields of releases, with those of every extension of the registry; described at the first call. */
export const releaseFields: () => Field = once(() => {
  const patches = extensionsOf(EXTENSION_IDS).flatMap(({ releasePatch }): readonly JsonObject[] =>
    releasePatch ? [releasePatch] : [],
  );
  return describeFields(patches.reduce<JsonObject>(mergePatch, releaseSchema as JsonObject), new Map());
});
