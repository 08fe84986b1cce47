import type { FastifyReply, FastifyRequest } from 'fastify';

export const SIGN_IN_PATH = '/escritorio/entrar';
export const DESK_PATH = '/escritorio';

export function isDesk(url: string): boolean {
  return /^\/escritorio(?=[/?]|$)/.test(url);
}

/** Sends a person to the sign-in page, and from there back to the page that was asked for; a form is not sent again. */
export function askToSignIn(request: FastifyRequest, reply: FastifyReply): void {
  const wanted = request.method === 'GET' ? request.url : DESK_PATH;
  const query = wanted === DESK_PATH ? '' : `?volver=${encodeURIComponent(wanted)}`;
  void reply
    .status(303)
    .header('location', SIGN_IN_PATH + query)
    .header('cache-control', 'no-store')
    .send('');
}

/** Where to go after signing in: a page of the desk, and nothing that could lead elsewhere. */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !isDesk(wanted) || /[\\\s]|\/\/|\p{Cc}/u.test(wanted)) return DESK_PATH;
  return wanted.startsWith(SIGN_IN_PATH) ? DESK_PATH : wanted;
}
