import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { startConnecting, type Connecting } from '#connectors';
import { Platform } from '#publishing';

/** Runs the connectors that are due, for as long as the application runs. */
@Injectable()
export class ConnectorWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('connectors');
  #connecting: Connecting | undefined;

  constructor(private readonly platform: Platform) {}

  async onApplicationBootstrap(): Promise<void> {
    this.#connecting = await startConnecting(this.platform, {
      onError: (error) => this.#logger.error(error.message),
      onRun: (id, report) => {
        if ('error' in report && report.error) this.#logger.warn(`${id}: ${report.error.message}`);
      },
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#connecting?.stop();
  }
}
