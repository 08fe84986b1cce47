import { type JsonObject, MergeError, mergeReleases } from '#ocds';

/** A release as it is merged: with what the store knows of it. */
export interface StoredRelease {
  readonly ocid: string;
  readonly id: string;
  readonly state: 'accepted' | 'published' | 'withdrawn';
  readonly release: JsonObject;
}

/** The history of one process, merged, and what could not be merged into it. */
export interface MergedHistory {
  readonly compiled: JsonObject | undefined;
  readonly versioned: JsonObject | undefined;
  readonly merged: readonly StoredRelease[];
  readonly unmergeable: readonly { readonly id: string; readonly reason: string }[];
}

/**
 * Merges a history in the order of its dates. A release that contradicts the ones before it (a text where they have
 * an object, say) is left out and named, so that one bad release does not hide the others.
 */
export function mergeHistory(history: readonly StoredRelease[]): MergedHistory {
  const whole = history.length > 0 ? tryMerge(history) : undefined;
  if (!whole || whole instanceof MergeError) return mergeOneByOne(history);
  return { compiled: whole.compiled, versioned: whole.versioned, merged: history, unmergeable: [] };
}

function tryMerge(history: readonly StoredRelease[]) {
  try {
    return mergeReleases(history.map((stored) => stored.release));
  } catch (error) {
    if (error instanceof MergeError) return error;
    throw error;
  }
}

function mergeOneByOne(history: readonly StoredRelease[]): MergedHistory {
  const merged: StoredRelease[] = [];
  const unmergeable: { id: string; reason: string }[] = [];
  for (const stored of history) {
    const result = tryMerge([...merged, stored]);
    if (result instanceof MergeError)
      unmergeable.push({ id: stored.id, reason: `${result.code}: ${result.problem.es}` });
    else merged.push(stored);
  }
  const whole = merged.length > 0 ? mergeReleases(merged.map((stored) => stored.release)) : undefined;
  return { compiled: whole?.compiled, versioned: whole?.versioned, merged, unmergeable };
}
