import { createHash } from 'node:crypto';
import { type FetchOptions, guardedFetch, OutboundError, type OutboundGuard } from '#outbound';

/** What a look at a link found. */
export interface Look {
  readonly status: number | null;
  /** Code of `OutboundError`; null where it answered well. */
  readonly fault: string | null;
  /** Of what it holds, where a copy is compared and it is not too large. */
  readonly sha256: string | null;
}

const LIMITS: FetchOptions = { maxBytes: 10_000_000, connectMs: 10_000, idleMs: 10_000, totalMs: 60_000 };
/** What servers answer that do not know HEAD, or want none of it. */
const NO_HEAD: ReadonlySet<number> = new Set([400, 403, 404, 405, 406, 500, 501, 503]);

export interface LookOptions {
  /** What it holds is compared with a copy. */
  readonly compares: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks a link whether it answers: by its head, or whole where what it holds is compared with a copy.
 *
 * @returns undefined where the signal told to stop
 */
export async function lookAt(
  guard: OutboundGuard,
  url: string,
  { compares, signal }: LookOptions,
): Promise<Look | undefined> {
  const options = { ...LIMITS, signal };
  if (compares) return settled(() => whole(guard, url, options), signal);
  const head = await settled(() => ask(guard, url, { ...options, method: 'HEAD' }), signal);
  const again = head?.status !== null && head !== undefined && NO_HEAD.has(head.status);
  return again ? settled(() => ask(guard, url, options), signal) : head;
}

async function ask(guard: OutboundGuard, url: string, options: FetchOptions): Promise<Look> {
  const answer = await guardedFetch(guard, url, options);
  answer.discard();
  return told(answer.status, null);
}

async function whole(guard: OutboundGuard, url: string, options: FetchOptions): Promise<Look> {
  const answer = await guardedFetch(guard, url, options);
  if (answer.status >= 300) {
    answer.discard();
    return told(answer.status, null);
  }
  const hash = createHash('sha256');
  for await (const piece of answer.body) hash.update(piece);
  return told(answer.status, hash.digest('hex'));
}

function told(status: number, sha256: string | null): Look {
  return { status, fault: status >= 300 ? 'HTTP_STATUS' : null, sha256 };
}

/** What is larger than is read answered all the same. */
async function settled(work: () => Promise<Look>, signal: AbortSignal | undefined): Promise<Look | undefined> {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted) return undefined;
    if (!(error instanceof OutboundError)) throw error;
    if (error.code === 'TOO_LARGE') return told(200, null);
    return { status: error.status ?? null, fault: error.code, sha256: null };
  }
}
