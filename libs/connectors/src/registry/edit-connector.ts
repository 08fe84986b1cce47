import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { findPublisher } from '#publishing';
import type { Connector, NewConnector } from '../connector.js';
import type { ConnectorDependencies } from '../connector-dependencies.js';
import { ConnectorError } from '../connector-error.js';
import { tryLock } from '../run/connector-lock.js';
import { checkConnector } from './check-connector.js';
import { loadConnector } from './load-connector.js';
import { scheduleOf } from './schedule-of.js';

/**
 * Changes what a connector reads and when; its kind and its history stay. Where it reads from another place it begins
 * anew.
 *
 * @throws ConnectorError `CONFIG_INVALID`, `CONNECTOR_UNKNOWN`, `CONNECTOR_RUNNING` while a run is under way; IngestError
 * `PUBLISHER_UNKNOWN`; QueueError `SCHEDULE_INVALID`. Nothing changes then.
 */
export async function editConnector(
  { dataSource, queues }: Pick<ConnectorDependencies, 'dataSource' | 'queues'>,
  connector: NewConnector,
): Promise<void> {
  checkConnector(connector);
  const before = await loadConnector(dataSource, connector.id);
  await findPublisher(dataSource, connector.publisherId);
  await using lock = await tryLock(dataSource, connector.id);
  if (!lock) throw running(connector.id);
  await dataSource.transaction(async (manager) => {
    await update(manager, connector, before);
    if (!before.paused) await queues.upsertSchedule('connect', scheduleOf(connector));
  });
}

async function update(manager: EntityManager, connector: NewConnector, before: Connector): Promise<void> {
  const { id, publisherId, profile, config, when, toleranceSeconds, newsWithinSeconds } = connector;
  const [cron, tz, every] = 'cron' in when ? [when.cron, when.tz, null] : [null, undefined, when.everyMs / 1_000];
  const position = isDeepStrictEqual(config, before.config) ? before.position : {};
  await manager.query(
    `UPDATE connector SET publisher_id = $2, profile = $3, config = $4, cron = $5, every_seconds = $6,
            tz = coalesce($7, tz), tolerance_seconds = $8, news_within_seconds = $9, position = $10
      WHERE id = $1`,
    [
      id,
      publisherId,
      profile ?? null,
      JSON.stringify(config),
      cron,
      every,
      tz ?? null,
      toleranceSeconds,
      newsWithinSeconds ?? null,
      JSON.stringify(position),
    ],
  );
}

function running(id: string): ConnectorError {
  return new ConnectorError('CONNECTOR_RUNNING', `La fuente «${id}» se está leyendo.`, 'Esperar a que termine.');
}
