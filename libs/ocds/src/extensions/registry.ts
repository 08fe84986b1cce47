import registry from '../../../../schemas/extensions/registry.json' with { type: 'json' };
import type { Bilingual } from '../bilingual.js';
import type { JsonObject } from '../json.js';
import type { CodelistAdditions } from '../validate/ocds-codelists.js';
import { extensionAddress } from './extension-address.js';
import { EXTENSION_IDS, PACKAGE_PATCHES, RELEASE_PATCHES, type ExtensionId } from './schema-patches.js';

/** An OCDS extension of the local registry (`schemas/extensions/<id>`). Nothing is fetched. */
export interface Extension {
  readonly id: ExtensionId;
  readonly name: Bilingual;
  /** The address to declare it by; none when only this platform serves it. */
  readonly url: string | undefined;
  /** What it changes in the release schema (JSON Merge Patch), if anything. */
  readonly releasePatch: JsonObject | undefined;
  /** What it changes in the schema of packages, if anything. */
  readonly packagePatch: JsonObject | undefined;
  /** Codes it adds, by code list file name. */
  readonly codelists: CodelistAdditions;
}

/** Declared extensions told apart: those of the registry, in the order they are applied, and the other URLs. */
export interface FoundExtensions {
  readonly known: readonly Extension[];
  readonly unknown: readonly string[];
}

/**
 * Looks up the `extensions` that packages declare, by their URLs in any usual form: a file of the repository at any
 * version (`https://raw.githubusercontent.com/<owner>/<repository>/<version>/extension.json`), the page in OCP's
 * explorer (`https://extensions.open-contracting.org/en/extensions/bids/v1.1.5/`), or a copy that this platform serves
 * (`…/schemas/extensions/<id>/extension.json`). The registry has one version of each: that for OCDS 1.1.
 * https://standard.open-contracting.org/1.1/en/schema/conformance_and_extensions/#extensions
 */
export function findExtensions(urls: readonly string[]): FoundExtensions {
  const ids = urls.map(extensionIdOf);
  return {
    known: extensionsOf(ids.filter((id) => id !== undefined)),
    unknown: [...new Set(urls.filter((_, index) => ids[index] === undefined))],
  };
}

/** The extensions with these ids, each once, in the order they are applied. */
export function extensionsOf(ids: readonly ExtensionId[]): readonly Extension[] {
  return EXTENSION_IDS.filter((id) => ids.includes(id)).map(extensionOf);
}

/** The extension a URL stands for, or `undefined` when the registry does not have it. */
export function extensionIdOf(url: string): ExtensionId | undefined {
  const address = extensionAddress(url);
  if (address === undefined) return undefined;
  if ('id' in address) return EXTENSION_IDS.find((id) => id === address.id);
  return BY_REPOSITORY.get(address.repository);
}

const BY_REPOSITORY: ReadonlyMap<string, ExtensionId> = new Map(
  EXTENSION_IDS.flatMap((id) => registry[id].repositories.map((name) => [name.toLowerCase(), id] as const)),
);

function extensionOf(id: ExtensionId): Extension {
  const { name, repositories } = registry[id];
  const [repository] = repositories;
  return {
    id,
    name,
    url: repository && `https://raw.githubusercontent.com/${repository}/master/extension.json`,
    releasePatch: RELEASE_PATCHES[id],
    packagePatch: PACKAGE_PATCHES[id],
    codelists: withoutSigns(registry[id].codelists),
  };
}

/** A list called `+partyRole.csv` adds to `partyRole.csv`; one without the sign is the extension's own. */
function withoutSigns(codelists: CodelistAdditions): CodelistAdditions {
  return Object.fromEntries(Object.entries(codelists).map(([name, codes]) => [name.replace(/^\+/, ''), codes]));
}
