import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Platform } from '#publishing';
import { applyMetricRules } from '#tracking';

/** Looks at measured milestones with the rules that sessions fixed, and puts on the log what changed. */
@Injectable()
export class MeasurementWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('measurement');
  #running: Promise<void> = Promise.resolve();
  #timers: readonly NodeJS.Timeout[] = [];

  constructor(private readonly platform: Platform) {}

  /** When it looks, after it starts and then again; a test sets its own. */
  firstMs = 60_000;
  everyMs = 60 * 60_000;

  onApplicationBootstrap(): void {
    const look = () => (this.#running = this.#running.then(() => this.#look()));
    this.#timers = [setTimeout(look, this.firstMs).unref(), setInterval(look, this.everyMs).unref()];
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#running;
  }

  async #look(): Promise<void> {
    try {
      for (const { plan, milestone, from, to, basis } of await applyMetricRules(this.platform.dataSource))
        this.#logger.log(`${plan} ${milestone}: ${from} → ${to}. ${basis}`);
    } catch (error) {
      this.#logger.error(error instanceof Error ? error.message : String(error));
    }
  }
}
