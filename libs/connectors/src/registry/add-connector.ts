import type { EntityManager } from 'typeorm';
import { findPublisher } from '#publishing';
import type { NewConnector } from '../connector.js';
import type { ConnectorDependencies } from '../connector-dependencies.js';
import { ConnectorError } from '../connector-error.js';
import { checkConnector } from './check-connector.js';
import { findConnector } from './load-connector.js';
import { scheduleOf } from './schedule-of.js';

/**
 * Stores a connector and sets its schedule.
 *
 * @throws ConnectorError `CONFIG_INVALID` or `CONNECTOR_EXISTS`; IngestError `PUBLISHER_UNKNOWN`; QueueError
 * `SCHEDULE_INVALID`. Nothing is stored then.
 */
export async function addConnector(
  { dataSource, queues }: Pick<ConnectorDependencies, 'dataSource' | 'queues'>,
  connector: NewConnector,
): Promise<void> {
  checkConnector(connector);
  await findPublisher(dataSource, connector.publisherId);
  await dataSource.transaction(async (manager) => {
    if (await findConnector(manager, connector.id)) throw exists(connector.id);
    await insert(manager, connector);
    // A schedule without its connector, should the commit fail, removes itself at its first job.
    await queues.upsertSchedule('connect', scheduleOf(connector));
  });
}

async function insert(manager: EntityManager, connector: NewConnector): Promise<void> {
  const { id, kind, publisherId, profile, config, when, toleranceSeconds, newsWithinSeconds } = connector;
  const [cron, tz, every] = 'cron' in when ? [when.cron, when.tz, null] : [null, undefined, when.everyMs / 1_000];
  await manager.query(
    `INSERT INTO connector
       (id, kind, publisher_id, profile, config, cron, every_seconds, tz, tolerance_seconds, news_within_seconds)
     VALUES ($1, $2, $3, $4, $5, $6, $7, coalesce($8, 'America/Mexico_City'), $9, $10)`,
    [
      id,
      kind,
      publisherId,
      profile ?? null,
      JSON.stringify(config),
      cron,
      every,
      tz ?? null,
      toleranceSeconds,
      newsWithinSeconds ?? null,
    ],
  );
}

function exists(id: string): ConnectorError {
  return new ConnectorError('CONNECTOR_EXISTS', `Ya hay un conector «${id}».`, 'Usar otro nombre, o quitar ese antes.');
}
