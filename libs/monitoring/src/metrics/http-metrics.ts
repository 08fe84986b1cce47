import type { Registry } from './registry.js';

/** Seconds: pages take some milliseconds, a large package some seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** One answered request. */
export interface AnsweredRequest {
  readonly method: string;
  /** The template, never the address; undefined where no route matched. */
  readonly route: string | undefined;
  readonly status: number;
  readonly seconds: number;
}

/** @returns what to call with every answered request. */
export function addHttpMetrics(registry: Registry): (answered: AnsweredRequest) => void {
  const durations = registry.histogram('http_request_duration_seconds', 'Duración de las peticiones.', BUCKETS);
  return ({ method, route = '(ninguna)', status, seconds }) =>
    durations({ method: METHODS.has(method) ? method : 'OTRO', route, status: String(status) }, seconds);
}
