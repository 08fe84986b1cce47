import { addHttpMetrics, addProcessMetrics, addStoreMetrics, createRegistry } from '#monitoring';
import type { Platform } from '#publishing';

/** What this process tells of itself and of the store. */
export class Metrics {
  readonly #registry = createRegistry();
  readonly onAnswered = addHttpMetrics(this.#registry);

  constructor(platform: Platform) {
    addProcessMetrics(this.#registry);
    addStoreMetrics(this.#registry, platform);
  }

  text(): Promise<string> {
    return this.#registry.text();
  }
}
