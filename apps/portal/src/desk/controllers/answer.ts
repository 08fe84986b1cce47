import type { FastifyReply } from 'fastify';
import type { DoneCode } from '../views/desk.view.js';

/** Sends a page of the desk. Nobody keeps a copy: it belongs to whoever is signed in. */
export function sendPage(reply: FastifyReply, page: string, status: 200 | 422 = 200): void {
  void reply
    .status(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(page);
}

/** After a form: the browser goes on to a page that can be reloaded, which says what was done. */
export function goOn(reply: FastifyReply, path: string, done?: DoneCode): void {
  const to = done === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}hecho=${done}`;
  void reply.status(303).header('location', to).header('cache-control', 'no-store').send('');
}
