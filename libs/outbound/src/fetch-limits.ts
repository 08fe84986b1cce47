/** How much and how long; bytes after decompression, milliseconds. */
export interface FetchLimits {
  readonly maxBytes: number;
  /** Until the connection stands, TLS included. */
  readonly connectMs: number;
  /** Between two pieces of the answer. */
  readonly idleMs: number;
  /** From the first request to the last byte, redirects included. */
  readonly totalMs: number;
}

export const defaultLimits: FetchLimits = { maxBytes: 64_000_000, connectMs: 10_000, idleMs: 30_000, totalMs: 300_000 };
