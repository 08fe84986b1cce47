import type { Publisher } from '#database';
import { type BatchReport, ingestFile } from '#publishing';
import type { Connector, ConnectorKind, RunCounts } from '../connector.js';
import type { ConnectorDependencies } from '../connector-dependencies.js';
import { ConnectorError } from '../connector-error.js';
import { createOutboundGuard, defaultRetries, download, type FetchOptions } from '#outbound';
import { asFault, isFileFault } from './file-fault.js';
import type { Run, Taken } from './run.js';
import type { RunLog } from './run-log.js';

export interface RunPlace {
  readonly publisher: Publisher;
  readonly scratch: string;
  readonly signal: AbortSignal;
  readonly log: RunLog;
}

/** A run, and what it has counted so far. */
export function openRun<Kind extends ConnectorKind>(
  dependencies: ConnectorDependencies,
  connector: Connector<Kind>,
  { publisher, scratch, signal, log }: RunPlace,
): { readonly run: Run<Kind>; readonly counts: () => RunCounts } {
  const { dataSource, settings, environment = process.env } = dependencies;
  const guard = createOutboundGuard(settings.outboundAllow, dependencies.resolve);
  const retries = { ...defaultRetries, ...dependencies.retries };
  const limits = { maxBytes: settings.connectorMaxBytes, totalMs: settings.connectorTimeoutMs };
  let counts: RunCounts = { files: 0, repeated: 0, faulty: 0, releases: 0, held: 0, refused: 0 };
  const run: Run<Kind> = {
    connector,
    guard,
    retries,
    signal,
    scratch,
    secret,
    take,
    refuse,
    maxBytes: limits.maxBytes,
    timeoutMs: limits.totalMs,
    download: (address, path, options) =>
      download(guard, address, path, retries, {
        ...limits,
        ...webOptions(connector, address, secret),
        signal,
        ...options,
      }),
    async knownSignature(name) {
      const [row] = (await dataSource.query(
        'SELECT signature FROM connector_file WHERE connector_id = $1 AND name = $2',
        [connector.id, name],
      )) as { signature: string }[];
      return row?.signature;
    },
    remember: (name, signature, taken) =>
      log.note({
        name,
        signature,
        batchId: taken && 'batchId' in taken ? taken.batchId : undefined,
        error: taken?.fault,
      }),
    moveTo: (position) => log.moveTo(position),
  };
  return { run, counts: () => counts };

  function secret(name: string): string {
    const value = environment[name]?.trim();
    if (value) return value;
    throw new ConnectorError('SECRET_MISSING', `Falta la variable de entorno ${name}.`, 'Definirla donde corre c7.');
  }

  async function take(path: string): Promise<Taken> {
    signal.throwIfAborted();
    const { profile } = connector;
    try {
      const report = await ingestFile(dependencies, { path, publisher, profile });
      counts = counted(counts, report);
      await log.count(counts);
      return { batchId: report.batchId };
    } catch (error) {
      if (!isFileFault(error)) throw error;
      return refuse(error);
    }
  }

  async function refuse(error: unknown): Promise<Taken> {
    counts = { ...counts, faulty: counts.faulty + 1 };
    await log.count(counts);
    return { fault: asFault(error) };
  }
}

/** The token goes to the source's own origin only; a redirect or a link to another does without. */
function webOptions({ config }: Connector, address: string, secret: (name: string) => string): Partial<FetchOptions> {
  if (!('hosts' in config)) return {};
  const { hosts, tokenEnv, url } = config;
  const isOwn = URL.canParse(address) && new URL(address).origin === new URL(url).origin;
  return { hosts, headers: tokenEnv !== undefined && isOwn ? { authorization: `Bearer ${secret(tokenEnv)}` } : {} };
}

function counted(counts: RunCounts, report: BatchReport): RunCounts {
  if (report.seenBefore) return { ...counts, repeated: counts.repeated + 1 };
  return {
    ...counts,
    files: counts.files + 1,
    releases: counts.releases + report.accepted,
    held: counts.held + report.held,
    refused: counts.refused + report.refused,
  };
}
