import type { DataSource } from 'typeorm';

/** Days within which an alert is to be confirmed. */
export const UNCONFIRMED_DAYS = 7;
/** Digests in a row that the reader's server refused for good: nobody is there. */
const REFUSED_IN_A_ROW = 3;

const REFUSED = `
DELETE FROM alert a WHERE ${REFUSED_IN_A_ROW} = (
  SELECT count(*) FILTER (WHERE last.state = 'refused') FROM (
    SELECT state FROM mail m WHERE m.alert_id = a.id AND m.kind = 'digest' ORDER BY asked_at DESC LIMIT ${REFUSED_IN_A_ROW}) last)
RETURNING subscriber_id`;

/** Forgets alerts that nobody confirmed or that reach nobody, and the addresses that are left without one. */
export async function sweepAlerts(dataSource: DataSource): Promise<void> {
  const unconfirmed = `
    DELETE FROM alert WHERE confirmed_at IS NULL AND created_at < now() - make_interval(days => ${UNCONFIRMED_DAYS})`;
  for (const statement of [unconfirmed, REFUSED]) await dataSource.query(statement);
  await dataSource.transaction(async (manager) => {
    // Locked first: an alert that is being asked for with the address is seen by what follows.
    const alone = (await manager.query(
      `SELECT id FROM subscriber s WHERE NOT EXISTS (SELECT FROM alert a WHERE a.subscriber_id = s.id)
        LIMIT 1000 FOR UPDATE SKIP LOCKED`,
    )) as { id: string }[];
    await manager.query(
      `DELETE FROM subscriber s WHERE id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT FROM alert a WHERE a.subscriber_id = s.id)`,
      [alone.map(({ id }) => id)],
    );
  });
}
