import type { ReferenceFact, ReferenceVersion, StandingVersion } from '../model/reference-version.js';

/** The versions of one entry that no later one replaced, in the order of their time. */
export function standingOf(history: readonly ReferenceVersion[]): readonly StandingVersion[] {
  const replaced = new Set(history.flatMap(({ replaces }) => replaces));
  const standing = history.filter((one): one is StandingVersion => one.fact !== null && !replaced.has(one.version));
  return standing.sort((a, b) => ((a.fact.validFrom ?? '') < (b.fact.validFrom ?? '') ? -1 : 1));
}

/** How often the entry was changed; what an editor has to have seen. */
export function newestOf(history: readonly ReferenceVersion[]): number {
  return Math.max(0, ...history.map(({ version }) => version));
}

type Times = Pick<ReferenceFact, 'validFrom' | 'validTo'>;

/** @param day ISO day */
export function holdsOn({ validFrom, validTo }: Times, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

/** Both ends belong to a time. */
export function overlaps(one: Times, other: Times): boolean {
  const begins = (a: Times, b: Times) => a.validFrom === null || b.validTo === null || a.validFrom <= b.validTo;
  return begins(one, other) && begins(other, one);
}
