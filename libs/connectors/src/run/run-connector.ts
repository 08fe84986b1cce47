import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPublisher } from '#publishing';
import type { Connector, ConnectorKind, RunCounts, RunOutcome } from '../connector.js';
import type { ConnectorDependencies } from '../connector-dependencies.js';
import { ConnectorError } from '../connector-error.js';
import { runFolder } from '../kinds/folder.js';
import { runHttp } from '../kinds/http.js';
import { runOcapi2017 } from '../kinds/ocapi-2017.js';
import { runOcdsApi } from '../kinds/ocds-api.js';
import { runSftp } from '../kinds/sftp.js';
import { loadConnector } from '../registry/load-connector.js';
import { tryLock } from './connector-lock.js';
import { asFault, type Fault } from './file-fault.js';
import { openRun } from './open-run.js';
import type { RunKind } from './run.js';
import { openRunLog, type RunLog } from './run-log.js';

/** How a run went. `busy`: another one of this connector is under way, and nothing was done. */
export type RunReport =
  | { readonly outcome: 'busy' }
  | {
      readonly outcome: Exclude<RunOutcome, 'running'>;
      readonly runId: string;
      readonly counts: RunCounts;
      readonly error?: Fault | undefined;
    };

export interface RunOptions {
  readonly trigger: 'schedule' | 'person';
  /** Aborting it ends the run as interrupted; what was taken stays, and the next run goes on from there. */
  readonly signal?: AbortSignal;
}

const KINDS: { readonly [Kind in ConnectorKind]: RunKind<Kind> } = {
  folder: runFolder,
  http: runHttp,
  'ocds-api': runOcdsApi,
  'ocapi-2017': runOcapi2017,
  sftp: runSftp,
};

/**
 * Runs a connector once, now, and writes its history. Whatever goes wrong with the source is in the report.
 *
 * @throws ConnectorError `CONNECTOR_UNKNOWN`; what the store throws when it is away.
 */
export async function runConnector(
  dependencies: ConnectorDependencies,
  id: string,
  { trigger, signal = new AbortController().signal }: RunOptions,
): Promise<RunReport> {
  await loadConnector(dependencies.dataSource, id);
  await using lock = await tryLock(dependencies.dataSource, id);
  if (!lock) return { outcome: 'busy' };
  // Read behind the lock: the run before may have moved the position.
  const connector = await loadConnector(dependencies.dataSource, id);
  const log = await openRunLog(dependencies.dataSource, id, trigger);
  return await work(dependencies, connector, log, signal); // awaited here: the lock goes when this block is left
}

async function work(
  dependencies: ConnectorDependencies,
  connector: Connector,
  log: RunLog,
  signal: AbortSignal,
): Promise<RunReport> {
  const scratch = await mkdtemp(join(tmpdir(), 'c7-connector-'));
  let counts = (): RunCounts => ({ files: 0, repeated: 0, faulty: 0, releases: 0, held: 0, refused: 0 });
  let error: Fault | undefined;
  try {
    const publisher = await findPublisher(dependencies.dataSource, connector.publisherId);
    const opened = openRun(dependencies, connector, { publisher, scratch, signal, log });
    counts = opened.counts;
    const runKind = KINDS[connector.kind] as RunKind<ConnectorKind>;
    await runKind(opened.run);
  } catch (thrown) {
    error = asFault(signal.aborted ? interrupted() : thrown);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  const outcome = outcomeOf(counts(), error);
  await log.end({ outcome, error }, counts());
  return { outcome, runId: log.id, counts: counts(), error };
}

function outcomeOf(counts: RunCounts, error: Fault | undefined): Exclude<RunOutcome, 'running'> {
  if (error) return error.code === 'RUN_INTERRUPTED' ? 'interrupted' : 'failed';
  if (counts.faulty > 0) return 'with-faults';
  return counts.files > 0 ? 'done' : 'unchanged';
}

function interrupted(): ConnectorError {
  return new ConnectorError(
    'RUN_INTERRUPTED',
    'Se pidió detener el proceso a la mitad de la corrida.',
    'Nada: la corrida siguiente continúa donde esta quedó.',
  );
}
