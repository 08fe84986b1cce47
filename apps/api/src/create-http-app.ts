import type { IncomingMessage } from 'node:http';
import { type DynamicModule, type LoggerService, StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Log, requestIdOf } from '#monitoring';
import { Platform } from '#publishing';
import { takeFiles } from './batches/takes-files.js';
import { compressAnswers } from './compress-answers.js';
import { followRequests } from './follow-requests.js';
import { shareAnswers } from './share-answers.js';
import { Metrics } from '../../wiring/src/metrics.js';

/** Pages carry no script or style of their own, and load nothing from elsewhere. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Pages of who is signed in or has a mailed link, which neither a proxy nor the back button of the next person keeps. */
const FOR_ONE_READER = /^\/(escritorio|(en\/)?alertas)(?=[/?]|$)/;

/** A request arrives within this time, or its connection is cut: its headers, and all of it with the largest file. */
const HEADERS_MS = 20_000;
const REQUEST_MS = 16 * 60_000;

export interface HttpOptions {
  /** Gets a line for every answer. */
  readonly log?: Log;
  /** Addresses and networks of the reverse proxies. */
  readonly trustedProxies?: readonly string[];
}

/** An HTTP application over the given module, not yet listening; `main` and the tests make it the same way. */
export async function createHttpApp(
  product: DynamicModule,
  logger: LoggerService | false,
  { trustedProxies = [], log }: HttpOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 1 << 20,
    routerOptions: { maxParamLength: 1000 },
    forceCloseConnections: 'idle',
    genReqId: ({ headers }: IncomingMessage) => requestIdOf(headers),
    requestIdHeader: false,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: HEADERS_MS },
  });
  const app = await NestFactory.create<NestFastifyApplication>(product, adapter, { logger, abortOnError: false });
  await takeFiles(app, app.get(Platform, { strict: false }).settings.uploadMaxBytes);
  app.useGlobalPipes(new StandardSchemaValidationPipe());
  app.enableCors({ origin: '*', methods: ['GET', 'HEAD', 'OPTIONS'], maxAge: 86_400 });
  const fastify = app.getHttpAdapter().getInstance();
  compressAnswers(fastify);
  followRequests(fastify, { log, onAnswered: app.get(Metrics, { strict: false }).onAnswered });
  fastify.addHook('onSend', async (request, reply) => {
    void reply
      .header('x-request-id', request.id)
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin');
    if (FOR_ONE_READER.test(request.url)) void reply.header('cache-control', 'no-store');
  });
  shareAnswers(fastify);
  return app;
}
