import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type AnsweredRequest, type Log, requestScope } from '#monitoring';

interface FollowOptions {
  readonly log: Log | undefined;
  /** Told of every answered request. */
  readonly onAnswered: (answered: AnsweredRequest) => void;
}

/** Asked for by machines all day long. */
const QUIET = /^\/(?:assets|healthz|readyz|metrics)\b/;

/**
 * Gives the code that serves a request the request's id, and writes one line per answer: by route template, never with
 * the address, its query, a body, a header or who asked.
 */
export function followRequests(fastify: FastifyInstance, { log, onAnswered }: FollowOptions): void {
  fastify.addHook('onRequest', (request, _, done) => requestScope.run(request.id, done));
  // Once more: a body is read in the context of its socket.
  fastify.addHook('preValidation', (request, _, done) => requestScope.run(request.id, done));
  fastify.addHook('onResponse', (request, reply, done) => {
    const answered = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    };
    onAnswered(answered);
    if (log) requestScope.run(request.id, () => write(log, answered));
    done();
  });
}

/** Nest lets unknown addresses end in a route of its own. */
function routeOf({ routeOptions }: FastifyRequest): string | undefined {
  const { url } = routeOptions;
  return url === undefined || url === '*' || url === '/*' ? undefined : url;
}

function write(log: Log, { method, route, status, seconds }: AnsweredRequest): void {
  const level = status >= 500 ? 'error' : QUIET.test(route ?? '') ? 'debug' : 'info';
  log[level]('petición', { method, route: route ?? '(ninguna)', status, ms: Math.round(seconds * 1000) });
}
