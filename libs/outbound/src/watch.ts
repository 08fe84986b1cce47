import type { FetchLimits } from './fetch-limits.js';
import { OutboundError } from './outbound-error.js';

/** The clock of one request, with all its redirects. */
export interface Watch {
  /** Aborts when a limit is passed, or when the caller's signal does. */
  readonly signal: AbortSignal;
  /** A connection is being made. */
  readonly connecting: () => void;
  /** The other side gave a sign of life. */
  readonly alive: () => void;
  readonly end: () => void;
  /** Why the signal aborted, if it did. */
  readonly reason: () => unknown;
}

export function startWatch({ connectMs, idleMs, totalMs }: FetchLimits, given?: AbortSignal): Watch {
  const controller = new AbortController();
  const stop = (what: string, ms: number) => controller.abort(timeout(what, ms));
  const total = setTimeout(() => stop('La descarga no terminó', totalMs), totalMs);
  let step: NodeJS.Timeout | undefined;
  const arm = (what: string, ms: number) => {
    clearTimeout(step);
    if (!controller.signal.aborted) step = setTimeout(() => stop(what, ms), ms);
  };
  const passOn = () => controller.abort(given!.reason);
  if (given?.aborted) passOn();
  given?.addEventListener('abort', passOn, { once: true });
  return {
    signal: controller.signal,
    connecting: () => arm('No hubo conexión', connectMs),
    alive: () => arm('El servidor no envió nada', idleMs),
    end: () => {
      clearTimeout(total);
      clearTimeout(step);
      given?.removeEventListener('abort', passOn);
    },
    reason: () => (controller.signal.aborted ? controller.signal.reason : undefined),
  };
}

function timeout(what: string, ms: number): OutboundError {
  return new OutboundError(
    'TIMEOUT',
    `${what} en ${(ms / 1_000).toLocaleString('es-MX')} s.`,
    'Suele pasar solo; si dura, avisar a quien administra la fuente o aumentar CONNECTOR_TIMEOUT_SECONDS.',
    { retryable: true },
  );
}
