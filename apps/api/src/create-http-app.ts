import { type DynamicModule, type LoggerService, StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

/** Pages carry no script or style of their own, and load nothing from elsewhere. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** An HTTP application over the given module, not yet listening; `main` and the tests make it the same way. */
export async function createHttpApp(
  product: DynamicModule,
  logger: LoggerService | false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 1 << 20,
    routerOptions: { maxParamLength: 1000 },
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(product, adapter, { logger, abortOnError: false });
  app.useGlobalPipes(new StandardSchemaValidationPipe());
  app.enableCors({ origin: '*', methods: ['GET', 'HEAD', 'OPTIONS'], maxAge: 86_400 });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (_, reply) => {
      void reply
        .header('content-security-policy', CONTENT_SECURITY_POLICY)
        .header('x-content-type-options', 'nosniff')
        .header('referrer-policy', 'same-origin');
    });
  return app;
}
