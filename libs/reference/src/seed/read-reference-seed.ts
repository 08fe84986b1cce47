import { parse } from 'yaml';
import { isReferenceKind, type ReferenceKind } from '../model/reference-kind.js';
import type { ReferenceFact, ReferenceSource } from '../model/reference-version.js';
import { checkFact } from '../rules/check-fact.js';
import { overlaps } from '../rules/timeline.js';

/** The facts of one entry that come with the platform. */
export interface SeedEntry {
  readonly kind: ReferenceKind;
  readonly key: string;
  readonly facts: readonly ReferenceFact[];
}

/**
 * Reads the seed of one kind; its file's name says which.
 *
 * @throws Error where the file is not as it must be: a mistake of who wrote it.
 */
export function readReferenceSeed(name: string, text: string): readonly SeedEntry[] {
  const kind = name.replace(/\.yaml$/, '');
  if (!isReferenceKind(kind)) throw new Error(`${name}: there is no kind of reference data "${kind}"`);
  // Looking for fields that come twice takes as long as all the rest.
  const { defaults, items } = parse(text, { uniqueKeys: false }) as Written;
  const entries = new Map<string, ReferenceFact[]>();
  for (const { key, data, validFrom = null, validTo = null, source = defaults?.source } of items) {
    const fact = { data, validFrom, validTo, source: source! };
    demandValid(fact, { name, kind, key, others: entries.get(key) ?? [] });
    entries.set(key, [...(entries.get(key) ?? []), fact]);
  }
  return [...entries].map(([key, facts]) => ({ kind, key, facts }));
}

interface Written {
  readonly defaults?: { readonly source: ReferenceSource };
  readonly items: readonly WrittenItem[];
}

interface WrittenItem {
  readonly key: string;
  readonly data: ReferenceFact['data'];
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly source?: ReferenceSource;
}

interface Place {
  readonly name: string;
  readonly kind: ReferenceKind;
  readonly key: string;
  readonly others: readonly ReferenceFact[];
}

function demandValid(fact: ReferenceFact, { name, kind, key, others }: Place): void {
  const faults = checkFact(kind, fact).map(({ field, message }) => `${field}: ${message.en}`);
  if (others.some((other) => overlaps(other, fact))) faults.push('its times overlap');
  if (faults.length > 0) throw new Error(`${name}, ${key}: ${faults.join(' ')}`);
}
