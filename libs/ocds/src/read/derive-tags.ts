import { isJsonObject, type Json, type JsonObject } from '../json.js';

/**
 * The release tags that say which stages a release has data of, in the order of the process: `planning`, `tender`,
 * `award`, `contract`, `implementation`. One that has data of none of them is `planning`, the stage every process is in
 * before it shows anything, since a release must have a tag.
 *
 * A stage has data when anything in it is neither null, blank text, nor an empty list or object.
 * https://standard.open-contracting.org/1.1/en/schema/codelists/#release-tag
 * https://standard.open-contracting.org/1.1/en/guidance/build/easy_releases/
 */
export function deriveTags(release: JsonObject): readonly string[] {
  const tags = STAGES.filter(([, dataOf]) => hasContent(dataOf(release))).map(([tag]) => tag);
  return tags.length > 0 ? tags : ['planning'];
}

const STAGES: readonly (readonly [string, (release: JsonObject) => Json | undefined])[] = [
  ['planning', (release) => release.planning],
  ['tender', (release) => release.tender],
  ['award', (release) => release.awards],
  ['contract', (release) => release.contracts],
  ['implementation', (release) => listOf(release.contracts).flatMap(implementationOf)],
];

function implementationOf(contract: Json): Json[] {
  const implementation = isJsonObject(contract) ? contract.implementation : undefined;
  if (!isJsonObject(implementation)) return [];
  const { transactions, documents, milestones } = implementation;
  return [...listOf(transactions), ...listOf(documents), ...listOf(milestones)];
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function hasContent(value: Json | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return typeof value !== 'object' || Object.values(value).some(hasContent);
}
