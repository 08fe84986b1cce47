import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type FetchOptions, guardedFetch, type OutboundResponse } from './guarded-fetch.js';
import { OutboundError } from './outbound-error.js';
import type { OutboundGuard } from './outbound-guard.js';
import { type RetryPolicy, withRetries } from './with-retries.js';

/** What a server says of a version of a file, to be asked with next time. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export type Download =
  { readonly unchanged: true } | { readonly unchanged: false; readonly url: string; readonly validators: Validators };

export interface DownloadOptions extends FetchOptions {
  /** Of the version that is known; the server then sends only another one. */
  readonly known?: Validators | undefined;
}

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504, 507, 509, 520, 521, 522, 523, 524]);

/**
 * Writes what an address holds to a file, trying again while the fault may pass.
 *
 * @throws OutboundError, `HTTP_STATUS` for an answer other than 200 or 304.
 */
export function download(
  guard: OutboundGuard,
  address: string,
  path: string,
  retries: RetryPolicy,
  options: DownloadOptions = {},
): Promise<Download> {
  return withRetries(() => downloadOnce(guard, address, path, options), retries, options.signal);
}

async function downloadOnce(
  guard: OutboundGuard,
  address: string,
  path: string,
  options: DownloadOptions,
): Promise<Download> {
  const headers = { ...options.headers, ...conditions(options.known) };
  const answer = await guardedFetch(guard, address, { ...options, headers });
  if (answer.status === 304 && options.known) {
    answer.discard();
    return { unchanged: true };
  }
  if (answer.status !== 200) {
    answer.discard();
    throw refused(answer);
  }
  await pipeline(answer.body, createWriteStream(path));
  const { etag, 'last-modified': lastModified } = answer.headers;
  return { unchanged: false, url: answer.url, validators: { etag, lastModified } };
}

function conditions({ etag, lastModified }: Validators = {}): Record<string, string> {
  return {
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

function refused({ status, url, headers }: OutboundResponse): OutboundError {
  return new OutboundError('HTTP_STATUS', `${url} responde ${status}.`, remedyFor(status), {
    status,
    retryable: PASSING.has(status),
    retryAfterMs: waitOf(headers['retry-after']),
  });
}

function remedyFor(status: number): string {
  if (status === 401 || status === 403) return 'Revisar la credencial de la fuente.';
  if (status === 404 || status === 410) return 'Revisar la dirección: ahí ya no está.';
  return 'Suele pasar solo; si dura, avisar a quien administra la fuente.';
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after, the form in seconds. */
function waitOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : undefined;
}
