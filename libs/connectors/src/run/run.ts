import type { Download, DownloadOptions, OutboundGuard, RetryPolicy } from '#outbound';
import type { Connector, ConnectorKind, Position } from '../connector.js';

/** What became of one file. */
export type Taken =
  | { readonly batchId: string; readonly fault?: undefined }
  | { readonly fault: { readonly code: string; readonly message: string; readonly remedy: string } };

/** What a run offers to the kind of connector that does it. */
export interface Run<Kind extends ConnectorKind> {
  readonly connector: Connector<Kind>;
  readonly guard: OutboundGuard;
  readonly retries: RetryPolicy;
  /** Largest file, in bytes after decompression. */
  readonly maxBytes: number;
  /** Longest download of one file, in milliseconds. */
  readonly timeoutMs: number;
  /** Aborts when the process is to stop. */
  readonly signal: AbortSignal;
  /** A folder of its own, which goes with the run. */
  readonly scratch: string;
  /** The secret that an environment variable holds. @throws ConnectorError `SECRET_MISSING`. */
  secret(name: string): string;
  /** Guarded, limited, with retries; to the hosts that the connector lists. */
  download(address: string, path: string, options?: Pick<DownloadOptions, 'known' | 'maxBytes'>): Promise<Download>;
  /** Hands a file to the pipeline. A file that cannot be read is a fault; anything else that fails is thrown. */
  take(path: string): Promise<Taken>;
  /** Counts a file that could not even be read as refused. */
  refuse(error: unknown): Promise<Taken>;
  /** Which version of a file of the source was dealt with, by any run. */
  knownSignature(name: string): Promise<string | undefined>;
  /** Remembers that this version of a file of the source was dealt with, so that it is never taken again. */
  remember(name: string, signature: string, taken?: Taken): Promise<void>;
  /** Where the next run goes on, should this one not reach its end. */
  moveTo(position: Position): Promise<void>;
}

/** Does one run of a kind of connector. What it throws fails the run; what it took stays. */
export type RunKind<Kind extends ConnectorKind> = (run: Run<Kind>) => Promise<void>;
