import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Platform, startPublishing, type Publishing } from '#publishing';

/** Publishes what was submitted, for as long as the application runs. */
@Injectable()
export class PublishWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('worker');
  #publishing: Publishing | undefined;

  constructor(private readonly platform: Platform) {}

  async onApplicationBootstrap(): Promise<void> {
    this.#publishing = await startPublishing(this.platform, (error) => this.#logger.error(error.message));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#publishing?.stop();
  }
}
