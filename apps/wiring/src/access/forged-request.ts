import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Session } from '#access';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A request that changes something and that the browser says comes from another site. Browsers that say nothing pass:
 * the token of the session is asked for besides.
 */
export function isFromElsewhere(request: FastifyRequest, publicUrl: string): boolean {
  if (SAFE.has(request.method)) return false;
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  return new URL(origin).host !== host && new URL(origin).origin !== new URL(publicUrl).origin;
}

/**
 * A request that changes something without the token of its session: in the form as `_csrf`, or in the header
 * `x-csrf-token`. The fields of a multipart form are not read yet when this is asked; its address carries the token.
 */
export function isForged(request: FastifyRequest, session: Session): boolean {
  if (SAFE.has(request.method)) return false;
  const wanted = Buffer.from(session.csrf);
  return ![request.headers['x-csrf-token'], fieldOf(request.body), fieldOf(request.query)].some((given) => {
    const bytes = typeof given === 'string' ? Buffer.from(given) : undefined;
    return bytes?.length === wanted.length && timingSafeEqual(bytes, wanted);
  });
}

function fieldOf(fields: unknown): unknown {
  return typeof fields === 'object' && fields !== null && '_csrf' in fields ? fields._csrf : undefined;
}
