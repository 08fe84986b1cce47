import type { JobQueues, Recurrence } from '#queue';
import { deliverMail, type DeliveryDependencies } from './deliver-mail.js';
import { sweepMail } from './sweep-mail.js';

const CONCURRENCY = 2;
const SWEEP_EVERY_MS = 5 * 60_000;

/** Looks, now and then, who is to get a mail. It must bear to be done twice, and side by side. */
export interface Round {
  readonly when: Recurrence;
  readonly run: () => Promise<unknown>;
}

export interface MailingOptions extends DeliveryDependencies {
  readonly queues: JobQueues;
  /** By name. */
  readonly rounds: Readonly<Record<string, Round>>;
  /** Told of what nobody awaits; carries no address. */
  readonly onError: (error: Error) => void;
  /** Told, in words, of mail that came to no good end; carries no address. */
  readonly onTrouble: (message: string) => void;
}

export interface Mailing {
  stop(): Promise<void>;
}

/** Serves the queue of mail and keeps its rounds; without a sender it only ends the rounds of before. */
export async function startMailing(options: MailingOptions): Promise<Mailing> {
  const { queues, rounds, sender, onError } = options;
  if (!sender) {
    for (const name of Object.keys(rounds)) await queues.removeSchedule('mail', name);
    return { stop: async () => {} };
  }
  const consumer = await queues.consume('mail', (job) => handle(options, job), { concurrency: CONCURRENCY });
  const keepUp = () => void keep(options).catch(onError);
  keepUp();
  const timer = setInterval(keepUp, SWEEP_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await consumer.close();
    },
  };
}

async function handle(options: MailingOptions, job: { mailId: string } | { round: string }): Promise<void> {
  if ('round' in job) return void (await options.rounds[job.round]?.run());
  const state = await deliverMail(options, job.mailId);
  if (state === 'refused' || state === 'failed' || state === 'uncertain')
    options.onTrouble(`El correo ${job.mailId} terminó como «${state}».`);
}

/** A lost Redis loses its schedules, so they are asked for again. */
async function keep({ dataSource, queues, rounds, onTrouble }: MailingOptions): Promise<void> {
  for (const [name, { when }] of Object.entries(rounds))
    await queues.upsertSchedule('mail', { id: name, job: { round: name }, when });
  const { uncertain } = await sweepMail(dataSource, queues);
  if (uncertain > 0) onTrouble(`Un proceso terminó mientras entregaba correo; no se sabe si salió: ${uncertain}.`);
}
