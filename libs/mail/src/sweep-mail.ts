import type { DataSource, EntityManager } from 'typeorm';
import type { JobWriter } from '#queue';

/** A mail in hand for longer than any conversation with a server lasts: who had it is gone. */
const HANDING_MINUTES = 15;
/** A mail that waits for longer than this after its time has lost its job. */
const LOST_MINUTES = 5;
const GIVEN_UP_DAYS = 4;
const KEPT_DAYS = 90;

/**
 * Asks again for what lost its job, ends what nobody can tell any more, forgets what ended long ago.
 *
 * @returns how many mails may or may not have been sent.
 */
export async function sweepMail(dataSource: DataSource, queues: JobWriter): Promise<{ readonly uncertain: number }> {
  return dataSource.transaction(async (manager) => {
    const uncertain = await changed(
      manager,
      `UPDATE mail SET state = 'uncertain', ended_at = now()
        WHERE state = 'handing' AND handing_at < now() - make_interval(mins => $1)`,
      HANDING_MINUTES,
    );
    await changed(
      manager,
      `UPDATE mail SET state = 'failed', ended_at = now()
        WHERE state = 'waiting' AND asked_at < now() - make_interval(days => $1)`,
      GIVEN_UP_DAYS,
    );
    await changed(manager, 'DELETE FROM mail WHERE ended_at < now() - make_interval(days => $1)', KEPT_DAYS);
    await askAgain(manager, queues);
    return { uncertain };
  });
}

async function askAgain(manager: EntityManager, queues: JobWriter): Promise<void> {
  const [lost] = (await manager.query(
    `UPDATE mail SET next_at = now() WHERE id IN (
       SELECT id FROM mail WHERE state = 'waiting' AND next_at < now() - make_interval(mins => $1)
        ORDER BY next_at LIMIT 1000 FOR UPDATE SKIP LOCKED) RETURNING id`,
    [LOST_MINUTES],
  )) as [{ id: string }[], number];
  const jobs = lost.map(({ id }) => ({ mailId: id }));
  await queues.enqueue(manager, 'mail', jobs);
}

async function changed(manager: EntityManager, sql: string, limit: number): Promise<number> {
  const [, count] = (await manager.query(sql, [limit])) as [unknown, number];
  return count;
}
