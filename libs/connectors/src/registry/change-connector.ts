import type { ConnectorDependencies } from '../connector-dependencies.js';
import { ConnectorError } from '../connector-error.js';
import { tryLock } from '../run/connector-lock.js';
import { loadConnector } from './load-connector.js';
import { scheduleOf } from './schedule-of.js';

type Dependencies = Pick<ConnectorDependencies, 'dataSource' | 'queues'>;

/** Stops running a connector by its schedule; a run that is under way ends as usual. @throws ConnectorError `CONNECTOR_UNKNOWN`. */
export async function pauseConnector({ dataSource, queues }: Dependencies, id: string): Promise<void> {
  await loadConnector(dataSource, id);
  await dataSource.query('UPDATE connector SET paused = true WHERE id = $1', [id]);
  await queues.removeSchedule('connect', id);
}

/** Runs a connector by its schedule again; its tolerances count from now. @throws ConnectorError `CONNECTOR_UNKNOWN`. */
export async function resumeConnector({ dataSource, queues }: Dependencies, id: string): Promise<void> {
  const connector = await loadConnector(dataSource, id);
  await dataSource.query('UPDATE connector SET paused = false, resumed_at = now() WHERE id = $1 AND paused', [id]);
  await queues.upsertSchedule('connect', scheduleOf(connector));
}

/**
 * Forgets a connector, its history and what it knows of its source; what it brought stays.
 *
 * @throws ConnectorError `CONNECTOR_UNKNOWN`, or `CONNECTOR_RUNNING` while a run of it is under way.
 */
export async function removeConnector({ dataSource, queues }: Dependencies, id: string): Promise<void> {
  await loadConnector(dataSource, id);
  await using lock = await tryLock(dataSource, id);
  if (!lock) {
    throw new ConnectorError('CONNECTOR_RUNNING', `El conector «${id}» está corriendo.`, 'Esperar a que termine.');
  }
  await queues.removeSchedule('connect', id);
  await dataSource.query('DELETE FROM connector WHERE id = $1', [id]);
}
