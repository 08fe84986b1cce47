import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { sweepAlerts } from '#alerts';
import { sweepFailures, sweepSessions } from '#access';
import { Platform } from '#publishing';

const SWEEP_EVERY_MS = 10 * 60_000;

/** Forgets sessions that are over, sign-ins that failed long ago and alerts that nobody confirmed. */
@Injectable()
export class SweepWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('worker');
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly platform: Platform) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#sweep(), SWEEP_EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async #sweep(): Promise<void> {
    const { dataSource, settings } = this.platform;
    try {
      await sweepSessions(dataSource, settings.session);
      await sweepFailures(dataSource);
      await sweepAlerts(dataSource);
    } catch (error) {
      this.#logger.error(error instanceof Error ? error.message : String(error));
    }
  }
}
