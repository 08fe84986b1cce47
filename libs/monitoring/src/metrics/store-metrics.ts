import type { DataSource } from 'typeorm';
import { connectorStates } from '#connectors';
import { type JobQueues, queueNames } from '#queue';
import type { Registry } from './registry.js';
import { storeFigures } from './store-figures.js';

/** What is watched of the store. */
export interface WatchedStore {
  readonly dataSource: DataSource;
  readonly queues: JobQueues;
}

/** Scrapes that come closer together than this share their answer, and a store that fails is not asked again. */
const FRESH_MS = 10_000;

/** The store and the queues, the same in every process of one installation. */
export function addStoreMetrics(registry: Registry, { dataSource, queues }: WatchedStore): void {
  addPoolMetrics(registry, dataSource); // first: it is not to count what the others ask
  const up = registry.gauge('c7_store_up', 'Si la base de datos y las colas responden (1) o no (0).');
  const collect = [figures(registry, dataSource), jobs(registry, queues), connectors(registry, dataSource)];
  let next = 0;
  registry.onScrape(async () => {
    if (Date.now() < next) return;
    next = Date.now() + FRESH_MS;
    up({}, 0);
    for (const one of collect) await one();
    up({}, 1);
  });
}

function figures(registry: Registry, dataSource: DataSource) {
  const releases = registry.gauge(
    'c7_releases',
    'Publicaciones por estado; las publicadas, según el catálogo si son muchas.',
  );
  const records = registry.gauge('c7_records', 'Procesos que hay.');
  const pending = registry.gauge('c7_records_pending', 'Procesos que esperan publicación.');
  const oldest = registry.gauge('c7_oldest_pending_seconds', 'Cuánto lleva esperando la publicación más antigua.');
  const position = registry.gauge('c7_change_position', 'Última posición de la lista de cambios.');
  const size = registry.gauge('c7_database_bytes', 'Tamaño de la base de datos.');
  return async () => {
    const found = await storeFigures(dataSource);
    for (const [state, count] of Object.entries(found.releases)) releases({ state }, count);
    records({}, found.records);
    pending({}, found.pending);
    oldest({}, found.oldestPendingSeconds);
    position({}, found.changePosition);
    size({}, found.databaseBytes);
  };
}

function jobs(registry: Registry, queues: JobQueues) {
  const depth = registry.gauge('c7_queue_jobs', 'Trabajos por cola y estado.');
  return async () => {
    for (const queue of queueNames)
      for (const [state, count] of Object.entries(await queues.counts(queue))) depth({ queue, state }, count);
  };
}

/** A connector is named by its operator; the registry bounds how many are told. */
function connectors(registry: Registry, dataSource: DataSource) {
  const alarm = registry.gauge('c7_connector_alarm', 'Conectores que callan más de lo tolerado (1), por conector.');
  const success = registry.gauge('c7_connector_last_success_seconds', 'Cuándo fue el último éxito de cada conector.');
  return async () => {
    for (const { id, alarm: raised, lastSuccessAt } of await connectorStates(dataSource)) {
      alarm({ connector: id }, raised ? 1 : 0);
      success({ connector: id }, lastSuccessAt ? lastSuccessAt.getTime() / 1000 : 0);
    }
  };
}

interface CountedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

function addPoolMetrics(registry: Registry, dataSource: DataSource): void {
  const pool = registry.gauge('c7_database_connections', 'Conexiones de este proceso a la base de datos, por estado.');
  registry.onScrape(() => {
    const { totalCount, idleCount, waitingCount } = (dataSource.driver as unknown as { master: CountedPool }).master;
    pool({ state: 'busy' }, totalCount - idleCount);
    pool({ state: 'idle' }, idleCount);
    pool({ state: 'waiting' }, waitingCount);
  });
}
