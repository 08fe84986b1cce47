import type { DataSource, EntityManager } from 'typeorm';
import type { ConnectorKind, RunOutcome } from '../connector.js';

/** no-success: no good run for longer than the tolerance; no-news: runs go well, but nothing new comes. */
export type ConnectorAlarm = 'no-success' | 'no-news';

/** How a connector fares. */
export interface ConnectorState {
  readonly id: string;
  readonly kind: ConnectorKind;
  readonly publisherId: string;
  /** None: found by the content of each file. */
  readonly profile: string | null;
  readonly schedule: string;
  readonly paused: boolean;
  readonly lastSuccessAt: Date | null;
  readonly lastNewsAt: Date | null;
  readonly lastRunAt: Date | null;
  readonly lastOutcome: RunOutcome | null;
  readonly lastErrorCode: string | null;
  readonly lastErrorMessage: string | null;
  readonly lastErrorRemedy: string | null;
  /** None while it is paused. */
  readonly alarm: ConnectorAlarm | null;
  /** Since when it has been silent, where there is an alarm. */
  readonly silentSince: Date | null;
}

/**
 * How every connector fares, by id, and which raise an alarm. One that never succeeded is silent since it was added or
 * resumed. The clock is the database's.
 */
export async function connectorStates(store: DataSource | EntityManager): Promise<ConnectorState[]> {
  return (await store.query(STATES)) as ConnectorState[];
}

/** Only those that raise an alarm. */
export async function silentConnectors(store: DataSource | EntityManager): Promise<ConnectorState[]> {
  return (await connectorStates(store)).filter(({ alarm }) => alarm !== null);
}

const STATES = `
SELECT connector.id, kind, publisher_id AS "publisherId", profile, paused,
       coalesce(cron || ' (' || tz || ')', 'cada ' || every_seconds || ' s') AS schedule,
       last_success_at AS "lastSuccessAt", last_news_at AS "lastNewsAt",
       last.started_at AS "lastRunAt", last.outcome AS "lastOutcome", last.error_code AS "lastErrorCode",
       last.error_message AS "lastErrorMessage", last.error_remedy AS "lastErrorRemedy",
       alarm, CASE alarm WHEN 'no-success' THEN success WHEN 'no-news' THEN news END AS "silentSince"
  FROM connector
  CROSS JOIN LATERAL (SELECT greatest(last_success_at, resumed_at) AS success,
                             greatest(last_news_at, resumed_at) AS news) AS since
  CROSS JOIN LATERAL (SELECT CASE WHEN paused THEN NULL
    WHEN now() - success > make_interval(secs => tolerance_seconds) THEN 'no-success'
    WHEN now() - news > make_interval(secs => news_within_seconds) THEN 'no-news' END AS alarm) AS judged
  LEFT JOIN LATERAL (SELECT * FROM connector_run WHERE connector_id = connector.id ORDER BY id DESC LIMIT 1) AS last ON true
 ORDER BY connector.id`;
