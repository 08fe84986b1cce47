import type { DataSource, EntityManager } from 'typeorm';
import type { Connector, ConnectorConfigs, ConnectorKind, Position } from '../connector.js';
import { ConnectorError } from '../connector-error.js';

/** @throws ConnectorError `CONNECTOR_UNKNOWN`, listing those that exist. */
export async function loadConnector(store: DataSource | EntityManager, id: string): Promise<Connector> {
  const found = await findConnector(store, id);
  if (found) return found;
  const known = (await loadConnectors(store)).map((one) => one.id).join(', ') || 'ninguno';
  throw new ConnectorError(
    'CONNECTOR_UNKNOWN',
    `No hay un conector «${id}». Los que hay: ${known}.`,
    'Usar uno de ellos.',
  );
}

export async function findConnector(store: DataSource | EntityManager, id: string): Promise<Connector | undefined> {
  const [row] = (await store.query(`${SELECT} WHERE id = $1`, [id])) as ConnectorRow[];
  return row && asConnector(row);
}

/** All connectors, by id. */
export async function loadConnectors(store: DataSource | EntityManager): Promise<Connector[]> {
  const rows = (await store.query(`${SELECT} ORDER BY id`)) as ConnectorRow[];
  return rows.map((row) => asConnector(row));
}

const SELECT = `
SELECT id, kind, publisher_id, profile, config, cron, every_seconds, tz, tolerance_seconds, news_within_seconds, paused,
       position
  FROM connector`;

interface ConnectorRow {
  readonly id: string;
  readonly kind: ConnectorKind;
  readonly publisher_id: string;
  readonly profile: string | null;
  readonly config: ConnectorConfigs[ConnectorKind];
  readonly cron: string | null;
  readonly every_seconds: number | null;
  readonly tz: string;
  readonly tolerance_seconds: number;
  readonly news_within_seconds: number | null;
  readonly paused: boolean;
  readonly position: Position;
}

function asConnector(row: ConnectorRow): Connector {
  const { id, kind, config, paused, position, cron, tz } = row;
  return {
    id,
    kind,
    profile: row.profile ?? undefined,
    config,
    paused,
    position,
    publisherId: row.publisher_id,
    when: cron === null ? { everyMs: row.every_seconds! * 1_000 } : { cron, tz },
    toleranceSeconds: row.tolerance_seconds,
    newsWithinSeconds: row.news_within_seconds ?? undefined,
  };
}
