/** Limits that keep a hostile or broken input from using up the machine. Sizes in bytes, of the decompressed input. */
export interface ReadOptions {
  /** The whole input; 4 GiB unless told. */
  readonly maxBytes?: number;
  /** One release, or the members of a package beside its lists; 64 MiB unless told. Memory follows this one. */
  readonly maxElementBytes?: number;
  /** Levels of objects and arrays within one element; 512 unless told. */
  readonly maxDepth?: number;
  /** Decompressed to compressed size, checked from 32 MiB on; 500 unless told (real packages stay below 50). */
  readonly maxRatio?: number;
}

export type ReadLimits = Required<ReadOptions>;

const MIB = 2 ** 20;

export function limitsOf(options: ReadOptions = {}): ReadLimits {
  return { maxBytes: 4096 * MIB, maxElementBytes: 64 * MIB, maxDepth: 512, maxRatio: 500, ...options };
}
