import type { FastifyReply, FastifyRequest } from 'fastify';

/** The prefix makes browsers keep it to this very host, to https (or this machine), and to the whole site. */
const NAME = '__Host-c7';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** The token of the session that the browser brings, if it brings one. */
export function readSessionCookie(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
}

/** Gives the browser the token; it forgets it when it is closed, and the store when its time is over. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  void reply.header('set-cookie', `${NAME}=${token}; ${ATTRIBUTES}`);
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.header('set-cookie', `${NAME}=; ${ATTRIBUTES}; Max-Age=0`);
}
