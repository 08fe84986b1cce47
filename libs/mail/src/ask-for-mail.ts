import type { EntityManager } from 'typeorm';
import type { JobWriter } from '#queue';

/** A mail that is wanted, in references: what it says is looked up when it goes out. */
export interface WantedMail {
  readonly kind: 'confirmation' | 'digest' | 'reminder';
  /** Whose alert, or which account: that is who gets it. */
  readonly alertId?: string;
  readonly accountId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Asks for a mail in the caller's transaction: it is wanted when that commits. */
export async function askForMail(
  manager: EntityManager,
  queues: JobWriter,
  { kind, alertId, accountId, detail = {} }: WantedMail,
): Promise<void> {
  const [{ id }] = (await manager.query(
    'INSERT INTO mail (kind, alert_id, account_id, detail) VALUES ($1, $2, $3, $4) RETURNING id',
    [kind, alertId ?? null, accountId ?? null, JSON.stringify(detail)],
  )) as [{ id: string }];
  await queues.enqueue(manager, 'mail', [{ mailId: id }]);
}
