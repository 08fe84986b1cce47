import type { DataSource, EntityManager } from 'typeorm';
import { askForMail } from '#mail';
import type { JobWriter } from '#queue';
import type { AlertTerms } from './alert.js';

/** Unconfirmed alerts of one address in a day: nobody fills somebody else's mailbox through us. */
const MOST_UNCONFIRMED = 3;
/** Alerts of one address. */
const MOST_ALERTS = 50;

export interface AlertDependencies {
  readonly dataSource: DataSource;
  readonly queues: JobWriter;
}

/**
 * Notes an alert that begins when its reader confirms it, and asks for the mail to do so. It tells nothing: whether the
 * address is known, or has had its share for today, is nobody's business.
 *
 * @param email an address that `isMailAddress` takes.
 */
export async function requestAlert(
  { dataSource, queues }: AlertDependencies,
  email: string,
  { topic, filters, frequency, language }: AlertTerms,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const subscriber = await holdSubscriber(manager, email);
    if (await hasItsShare(manager, subscriber)) return;
    const [{ id }] = (await manager.query(
      `INSERT INTO alert (subscriber_id, topic, filters, frequency, language) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [subscriber, topic, JSON.stringify(filters), frequency, language],
    )) as [{ id: string }];
    await askForMail(manager, queues, { kind: 'confirmation', alertId: id });
  });
}

/** The row stays locked until commit: requests of one address take turns, and who removes the last alert waits. */
async function holdSubscriber(manager: EntityManager, email: string): Promise<string> {
  const [{ id }] = (await manager.query(
    `INSERT INTO subscriber (email) VALUES ($1) ON CONFLICT (lower(email)) DO UPDATE SET email = subscriber.email RETURNING id`,
    [email],
  )) as [{ id: string }];
  return id;
}

async function hasItsShare(manager: EntityManager, subscriber: string): Promise<boolean> {
  const [{ unconfirmed, all }] = (await manager.query(
    `SELECT count(*) FILTER (WHERE confirmed_at IS NULL AND created_at > now() - interval '1 day')::int AS unconfirmed,
            count(*)::int AS all FROM alert WHERE subscriber_id = $1`,
    [subscriber],
  )) as [{ unconfirmed: number; all: number }];
  return unconfirmed >= MOST_UNCONFIRMED || all >= MOST_ALERTS;
}
