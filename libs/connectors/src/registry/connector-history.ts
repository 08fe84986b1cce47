import type { DataSource, EntityManager } from 'typeorm';
import type { ConnectorRun } from '../connector.js';
import { loadConnector } from './load-connector.js';

/** The newest runs first, `limit` at most. @throws ConnectorError `CONNECTOR_UNKNOWN`. */
export async function connectorHistory(
  store: DataSource | EntityManager,
  id: string,
  limit = 20,
): Promise<ConnectorRun[]> {
  await loadConnector(store, id);
  return (await store.query(
    `SELECT id, trigger, outcome, started_at AS "startedAt", ended_at AS "endedAt", files, repeated, faulty, releases,
            held, refused, error_code AS "errorCode", error_message AS "errorMessage", error_remedy AS "errorRemedy"
       FROM connector_run WHERE connector_id = $1 ORDER BY id DESC LIMIT $2`,
    [id, limit],
  )) as ConnectorRun[];
}
