import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type Intake, Platform, startIntake } from '#publishing';

/** Checks what was uploaded and takes in what was confirmed, for as long as the application runs. */
@Injectable()
export class IntakeWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('intake');
  #intake: Intake | undefined;

  constructor(private readonly platform: Platform) {}

  async onApplicationBootstrap(): Promise<void> {
    this.#intake = await startIntake(this.platform, { onError: (error) => this.#logger.error(error.message) });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#intake?.stop();
  }
}
