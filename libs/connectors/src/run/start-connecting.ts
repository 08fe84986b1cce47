import { loadConnectors, findConnector } from '../registry/load-connector.js';
import { scheduleOf } from '../registry/schedule-of.js';
import type { ConnectorDependencies } from '../connector-dependencies.js';
import { createOutboundGuard } from '#outbound';
import { tryLock } from './connector-lock.js';
import { runConnector, type RunReport } from './run-connector.js';
import { closeDeadRuns } from './run-log.js';

/** Connectors that one process runs at the same time; each holds two connections of the store. */
const CONCURRENCY = 2;
const KEEP_UP_EVERY_MS = 60_000;

export interface Connecting {
  /** Asks the runs at hand to stop, and waits for them. */
  stop(): Promise<void>;
}

/** Told of what nobody awaits. */
export interface ConnectingEvents {
  onError(error: Error): void;
  onRun?(connectorId: string, report: RunReport): void;
}

/**
 * Runs the connectors that are due, until stopped, and keeps their schedules and their histories straight.
 *
 * @throws OutboundError `ALLOW_LIST_INVALID` when the operator's list cannot be read.
 */
export async function startConnecting(
  dependencies: ConnectorDependencies,
  events: ConnectingEvents,
): Promise<Connecting> {
  createOutboundGuard(dependencies.settings.outboundAllow);
  const stopping = new AbortController();
  const keepUp = () => keepConnectorsUp(dependencies).catch((error: Error) => events.onError(error));
  await keepUp();
  const consumer = await dependencies.queues.consume(
    'connect',
    async ({ connectorId, byPerson = false }) => {
      const trigger = byPerson ? ('person' as const) : ('schedule' as const);
      const report = await runDue(dependencies, connectorId, { trigger, signal: stopping.signal });
      if (report) events.onRun?.(connectorId, report);
      // A failed attempt comes back in seconds, here or in another process; the next due time may be a day away.
      if (report?.outcome === 'interrupted') throw new Error('The run was interrupted.');
    },
    { concurrency: CONCURRENCY },
  );
  const timer = setInterval(() => void keepUp(), KEEP_UP_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await consumer.close();
    },
  };
}

/** A schedule can outlive its connector by a moment, or its pause; whoever asks for a run gets it in a pause too. */
async function runDue(
  dependencies: ConnectorDependencies,
  id: string,
  options: { readonly trigger: 'schedule' | 'person'; readonly signal: AbortSignal },
): Promise<RunReport | undefined> {
  const connector = await findConnector(dependencies.dataSource, id);
  const isDue = connector && (!connector.paused || options.trigger === 'person');
  if (isDue) return runConnector(dependencies, id, options);
  if (options.trigger === 'schedule') await dependencies.queues.removeSchedule('connect', id);
  return undefined;
}

/**
 * Sets the schedules that are missing (a lost Redis, a restored backup), ends those without a connector, and closes the
 * runs of processes that died.
 */
export async function keepConnectorsUp({ dataSource, queues }: ConnectorDependencies): Promise<void> {
  const active = (await loadConnectors(dataSource)).filter(({ paused }) => !paused);
  for (const connector of active) await queues.upsertSchedule('connect', scheduleOf(connector));
  const wanted = new Set(active.map(({ id }) => id));
  for (const { id } of await queues.schedules('connect')) {
    if (!wanted.has(id) && (await isGone(dataSource, id))) await queues.removeSchedule('connect', id);
  }
  const open = (await dataSource.query(
    `SELECT DISTINCT connector_id AS id FROM connector_run WHERE outcome = 'running'`,
  )) as { id: string }[];
  for (const { id } of open) {
    await using lock = await tryLock(dataSource, id);
    if (lock) await closeDeadRuns(dataSource, id);
  }
}

/** Asked again: it may have been added since the list was read. */
async function isGone(dataSource: ConnectorDependencies['dataSource'], id: string): Promise<boolean> {
  const connector = await findConnector(dataSource, id);
  return !connector || connector.paused;
}
