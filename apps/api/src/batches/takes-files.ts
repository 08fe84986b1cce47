import type { Socket } from 'node:net';
import multipart from '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { MOST_TEXT_LETTERS } from '#tracking';

/** The route reads its body by itself, as it arrives; on all others a body is small, and read before them. */
export const TakesFiles = () => applyDecorators(RouteConfig({ takesFiles: true }));

/** Under this type the body of a route that takes files is handed over unread, whatever its sender called it. */
const UNREAD = 'application/vnd.compromiso7.unread';
/** What is still arriving after the answer is thrown away so long, that the sender may read why; then he is cut off. */
const LINGER_MS = 3_000;

/** A file form, or the body of an upload, comes to a route that takes none. */
class UnexpectedFile extends Error {
  readonly statusCode = 415;
  override readonly message = 'Esta dirección no recibe archivos.';
}

/** Teaches the application to take files, on the routes that say so and only there. @param maxBytes of one file */
export async function takeFiles(app: NestFastifyApplication, maxBytes: number): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(multipart, {
    limits: {
      fileSize: maxBytes + 1,
      files: 1,
      fields: 20,
      // The longest text that the tracker keeps, in bytes whatever its letters.
      fieldSize: 4 * MOST_TEXT_LETTERS,
      fieldNameSize: 100,
      parts: 21,
      headerPairs: 50,
    },
  });
  fastify.addContentTypeParser(UNREAD, (_request, body, done) => done(null, body));
  // A body that is given up half-way forgets its connection, which then would stay open, unread, without end.
  const connections = new WeakMap<FastifyRequest, Socket>();
  fastify.addHook('onRequest', async (request) => {
    connections.set(request, request.raw.socket);
    const type = request.headers['content-type'] ?? '';
    if (isForm(type)) {
      if (!takes(request)) throw new UnexpectedFile();
    } else if (takes(request)) request.raw.headers['content-type'] = UNREAD;
    else if (type.startsWith(UNREAD)) throw new UnexpectedFile();
  });
  fastify.addHook('onResponse', async (request) => {
    const { raw } = request;
    if (!takes(request) || raw.complete) return;
    setTimeout(() => raw.complete || connections.get(request)?.destroy(), LINGER_MS).unref();
  });
}

function takes(request: FastifyRequest): boolean {
  return 'takesFiles' in request.routeOptions.config;
}

export function isForm(contentType: string): boolean {
  return /^multipart\/form-data\b/i.test(contentType);
}
