import type { ConnectorDependencies } from '../connector-dependencies.js';
import { loadConnector } from '../registry/load-connector.js';

/** Has a connector run as soon as a worker is free, also one in a pause. @throws ConnectorError `CONNECTOR_UNKNOWN`. */
export async function askForRun(
  { dataSource, queues }: Pick<ConnectorDependencies, 'dataSource' | 'queues'>,
  id: string,
): Promise<void> {
  await loadConnector(dataSource, id);
  await dataSource.transaction((manager) => queues.enqueue(manager, 'connect', [{ connectorId: id, byPerson: true }]));
}
