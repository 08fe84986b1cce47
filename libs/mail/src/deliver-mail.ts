import type { DataSource, EntityManager } from 'typeorm';
import type { JobWriter } from '#queue';
import type { WantedMail } from './ask-for-mail.js';
import { type HandOver, handOver } from './hand-over.js';
import type { PreparedMail } from './mail-message.js';
import type { MailSender } from './mail-sender.js';
import { writeMessage } from './write-message.js';

/** A mail that waits. */
export interface WaitingMail extends Required<Omit<WantedMail, 'alertId' | 'accountId'>> {
  readonly id: string;
  readonly alertId: string | null;
  readonly accountId: string | null;
  readonly attempts: number;
}

/** Looks up who gets a mail and what it says; undefined where nobody is to get it any more. */
export type Composer = (mail: WaitingMail, sender: MailSender) => Promise<PreparedMail | undefined>;

export interface DeliveryDependencies {
  readonly dataSource: DataSource;
  readonly queues: JobWriter;
  /** Undefined: what waits goes on waiting. */
  readonly sender: MailSender | undefined;
  readonly composers: Readonly<Record<WantedMail['kind'], Composer>>;
}

/** Minutes after which a mail is tried again; after the last it is given up, about two days after it was asked for. */
export const RETRY_MINUTES = [1, 5, 15, 60, 180, 360, 720, 1440] as const;

const FIND = `
SELECT id, kind, alert_id AS "alertId", account_id AS "accountId", detail, attempts
  FROM mail WHERE id = $1 AND state = 'waiting'`;

/**
 * Sends one mail, at most once, however many do this at the same time or after each other: only who moves it from
 * 'waiting' to 'handing' hands it over, and what is found in 'handing' later may have been sent, so nobody repeats it.
 *
 * @returns its state afterwards; undefined where it did not wait.
 */
export async function deliverMail(dependencies: DeliveryDependencies, id: string): Promise<string | undefined> {
  const { dataSource, sender, composers } = dependencies;
  const [mail] = (await dataSource.query(FIND, [id])) as WaitingMail[];
  if (!mail || !sender) return undefined;
  const message = await composers[mail.kind](mail, sender);
  if (!message) return settle(dependencies, { id, from: 'waiting', to: 'dropped' });
  const bytes = await writeMessage(id, message, sender);
  let from: From = 'waiting';
  const outcome = await handOver(sender, { to: message.to, bytes }, async () => {
    const mine = await claim(dataSource, id, message);
    if (mine) from = 'handing';
    return mine;
  });
  return settleOutcome(dependencies, mail, { ...message, from }, outcome);
}

/** The state in which whoever writes what became of a mail has it: another one's is left alone. */
type From = 'waiting' | 'handing';

/** Whoever is second waits for the row, and then finds it moved. */
function claim(dataSource: DataSource, id: string, { whenHanded }: PreparedMail): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    const [, moved] = (await manager.query(
      `UPDATE mail SET state = 'handing', handing_at = now() WHERE id = $1 AND state = 'waiting'`,
      [id],
    )) as [unknown, number];
    if (moved === 1) await whenHanded?.(manager);
    return moved === 1;
  });
}

function settleOutcome(
  dependencies: DeliveryDependencies,
  { id, attempts }: WaitingMail,
  { from, whenSent }: Pick<PreparedMail, 'whenSent'> & { readonly from: From },
  outcome: HandOver,
): Promise<string | undefined> {
  if (outcome.kind === 'withheld') return Promise.resolve(undefined);
  if (outcome.kind === 'taken') return settle(dependencies, { id, from, to: 'sent', also: whenSent });
  if (outcome.kind === 'unknown') return settle(dependencies, { id, from, to: 'uncertain' });
  const { kind, code } = outcome;
  const minutes = RETRY_MINUTES[attempts];
  if (kind === 'refused') return settle(dependencies, { id, from, to: 'refused', code });
  if (minutes === undefined) return settle(dependencies, { id, from, to: 'failed', code });
  return tryLater(dependencies, { id, from, code }, minutes);
}

interface Settling {
  readonly id: string;
  readonly from: From;
  readonly to: 'sent' | 'dropped' | 'refused' | 'failed' | 'uncertain';
  readonly code?: number;
  readonly also?: ((manager: EntityManager) => Promise<void>) | undefined;
}

function settle(
  { dataSource }: DeliveryDependencies,
  { id, from, to, code, also }: Settling,
): Promise<string | undefined> {
  return dataSource.transaction(async (manager) => {
    const [, moved] = (await manager.query(
      `UPDATE mail SET state = $3, reply_code = $4, attempts = attempts + 1, ended_at = now()
        WHERE id = $1 AND state = $2`,
      [id, from, to, code || null],
    )) as [unknown, number];
    if (moved === 1) await also?.(manager);
    return moved === 1 ? to : undefined;
  });
}

function tryLater(
  { dataSource, queues }: DeliveryDependencies,
  { id, from, code }: Pick<Settling, 'id' | 'from' | 'code'>,
  minutes: number,
): Promise<string | undefined> {
  return dataSource.transaction(async (manager) => {
    const [, moved] = (await manager.query(
      `UPDATE mail SET state = 'waiting', reply_code = $3, attempts = attempts + 1,
              next_at = now() + make_interval(mins => $4)
        WHERE id = $1 AND state = $2`,
      [id, from, code || null, minutes],
    )) as [unknown, number];
    if (moved === 1) await queues.enqueue(manager, 'mail', [{ mailId: id }], { delayMs: minutes * 60_000 });
    return moved === 1 ? 'waiting' : undefined;
  });
}
