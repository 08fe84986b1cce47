import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { checkLinks, gatherLinks } from '#links';
import { Platform } from '#publishing';

const EVERY_MS = 60 * 60_000;

/** Looks, an hour at a time, whether the links of evidence and documents still answer. */
@Injectable()
export class LinkWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('links');
  readonly #stopped = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly platform: Platform) {}

  onApplicationBootstrap(): void {
    if (this.platform.settings.linksPerHour === 0) return;
    this.#timer = setInterval(() => (this.#running = this.#running.then(() => this.#look())), EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopped.abort();
    await this.#running;
  }

  async #look(): Promise<void> {
    const { dataSource, settings } = this.platform;
    try {
      await gatherLinks(dataSource, new Date());
      const { outboundAllow: allow, linksPerHour: most } = settings;
      await checkLinks(dataSource, { allow, most, signal: this.#stopped.signal });
    } catch (error) {
      this.#logger.error(error instanceof Error ? error.message : String(error));
    }
  }
}
