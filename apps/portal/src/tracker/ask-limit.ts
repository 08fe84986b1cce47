/** Questions that one address may ask within an hour; a classroom behind one address may still ask. */
const MOST_AN_HOUR = 10;
const HOUR_MS = 3_600_000;
/** Addresses remembered at once: bounds the memory, and forgets the oldest first. */
const MOST_ADDRESSES = 10_000;

/** How often each address asked of late. It is kept in memory and nowhere else: who asks is not recorded. */
export class AskLimit {
  readonly #asked = new Map<string, readonly number[]>();

  /** Whether an address may ask now, which counts as one more. @param now milliseconds */
  take(address: string, now: number): boolean {
    const recent = (this.#asked.get(address) ?? []).filter((at) => at > now - HOUR_MS);
    if (recent.length >= MOST_AN_HOUR) return false;
    this.#asked.delete(address);
    this.#asked.set(address, [...recent, now]);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > MOST_ADDRESSES) this.#asked.delete(oldest!);
    return true;
  }
}
