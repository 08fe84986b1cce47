import type { FastifyRequest } from 'fastify';
import type { Actor, Session } from '#access';

/** What the guard found out about a request. */
export interface RequestAccess {
  readonly actor: Actor;
  readonly session?: Session;
}

const KNOWN = new WeakMap<FastifyRequest, RequestAccess>();

/** Remembers who makes a request; it ends with the request. */
export function admit(request: FastifyRequest, access: RequestAccess): void {
  KNOWN.set(request, access);
}

/** Who makes the request. On a public route nobody is known: asking is a mistake of ours. */
export function accessOf(request: FastifyRequest): RequestAccess {
  const access = KNOWN.get(request);
  if (!access)
    throw new Error(`Nobody was admitted to ${request.method} ${request.routeOptions.url}: it needs @Allow.`);
  return access;
}
