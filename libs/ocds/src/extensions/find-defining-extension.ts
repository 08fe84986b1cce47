import releasePackageSchema from '../../../../schemas/ocds/1.1/release-package-schema.json' with { type: 'json' };
import releaseSchema from '../../../../schemas/ocds/1.1/release-schema.json' with { type: 'json' };
import type { JsonObject } from '../json.js';
import { mergePatch } from '../validate/merge-patch.js';
import { once } from '../validate/once.js';
import { describeFields, type Field } from '../validate/schema-field.js';
import { extensionsOf, type Extension } from './registry.js';
import { EXTENSION_IDS } from './schema-patches.js';

/** The extension of the registry that defines the field at a path (`tender/lots`) where the standard has none. */
export type FindDefiningExtension = (path: string) => Extension | undefined;

/** For fields of releases. Nothing is prepared before the first question (some milliseconds). */
export const extensionOfReleaseField = findDefiningExtension(releaseSchema, ({ releasePatch }) => releasePatch);

/** For fields of the packages themselves. */
export const extensionOfPackageField = findDefiningExtension(releasePackageSchema, ({ packagePatch }) => packagePatch);

/** Where several define a field it is the first: others may build on it. A name none has is known at one look. */
function findDefiningExtension(
  schema: JsonObject,
  patchOf: (extension: Extension) => JsonObject | undefined,
): FindDefiningExtension {
  const stages = once(() => stagesOf(schema, patchOf));
  return (path) => {
    const names = path.split('/');
    const isKnown = ({ root }: Stage) => hasField(root, names);
    return isKnown(stages().at(-1)!) ? stages().find(isKnown)!.extension : undefined;
  };
}

/** The standard's schema, or that with this extension and all before it. */
interface Stage {
  readonly extension: Extension | undefined;
  readonly root: Field;
}

function stagesOf(schema: JsonObject, patchOf: (extension: Extension) => JsonObject | undefined): readonly Stage[] {
  let patched = schema;
  const stages: Stage[] = [{ extension: undefined, root: describeFields(schema, new Map()) }];
  for (const extension of extensionsOf(EXTENSION_IDS)) {
    const patch = patchOf(extension);
    if (patch === undefined) continue;
    patched = mergePatch(patched, patch);
    stages.push({ extension, root: describeFields(patched, new Map()) });
  }
  return stages;
}

function hasField(root: Field, names: readonly string[]): boolean {
  let field: Field | undefined = root;
  for (const name of names) field = field?.members().get(name);
  return field !== undefined;
}
