import type { DataSource } from 'typeorm';

/** As long as this, what was computed is given as it is. */
const FRESH_MS = 60_000;
/** Up to this, it is still given, and computed anew meanwhile; past it, whoever asks waits. */
const STALE_MS = 10 * 60_000;

interface Kept<Value> {
  readonly at: number;
  readonly value: Promise<Value>;
  renewing?: boolean;
}

/** Makes something costly cheap to ask for: computed once a minute for everybody, and nobody waits for it but the first. */
export function keptAMinute<Value>(
  compute: (dataSource: DataSource) => Promise<Value>,
  now: () => number = Date.now,
): (dataSource: DataSource) => Promise<Value> {
  const all = new WeakMap<DataSource, Kept<Value>>();
  const renew = (dataSource: DataSource) => {
    const value = compute(dataSource);
    const kept = { at: now(), value };
    value.catch(() => all.get(dataSource) === kept && all.delete(dataSource));
    return kept;
  };
  return async (dataSource) => {
    const kept = all.get(dataSource);
    const age = kept ? now() - kept.at : Infinity;
    if (kept && age < FRESH_MS) return kept.value;
    if (kept && age < STALE_MS) {
      if (!kept.renewing) renewBehind(dataSource, kept);
      return kept.value;
    }
    const fresh = renew(dataSource);
    all.set(dataSource, fresh);
    return fresh.value;
  };

  function renewBehind(dataSource: DataSource, kept: Kept<Value>): void {
    kept.renewing = true;
    const fresh = renew(dataSource);
    fresh.value.then(
      () => all.set(dataSource, fresh),
      () => (kept.renewing = false),
    );
  }
}
