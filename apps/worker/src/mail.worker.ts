import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { digestRound } from '#alerts';
import { type Mailing, mailSender, startMailing } from '#mail';
import { Platform } from '#publishing';
import type { Recurrence } from '#queue';
import { localDay, remind } from '#tracking';
import { alertComposers } from '../../portal/src/alerts/compose-alert-mail.js';
import { reminderComposer } from '../../portal/src/desk/tracking/compose-reminder-mail.js';

/** Before offices open. A round that finds everything done does nothing, so the later ones make up for a failed one. */
const MORNINGS: Recurrence = { cron: '0 7-11 * * *' };

/** Sends what is to be sent by mail, where the operator set a server, for as long as the application runs. */
@Injectable()
export class MailWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('mail');
  #mailing: Mailing | undefined;

  constructor(private readonly platform: Platform) {}

  /** When its rounds come, and the system's clock; a test sets its own. */
  when = MORNINGS;
  now = () => new Date();

  async onApplicationBootstrap(): Promise<void> {
    const { platform } = this;
    const { dataSource, queues, settings } = platform;
    const onError = (error: Error) => this.#logger.error(error.message);
    this.#mailing = await startMailing({
      dataSource,
      queues,
      sender: mailSender(settings),
      composers: { ...alertComposers(platform), reminder: reminderComposer(platform, this.now) },
      rounds: {
        digests: { when: this.when, run: () => digestRound(platform, this.now(), onError) },
        reminders: { when: this.when, run: () => remind(platform, localDay(this.now())) },
      },
      onError,
      onTrouble: (message) => this.#logger.warn(message),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#mailing?.stop();
  }
}
