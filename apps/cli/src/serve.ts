import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Log } from '#monitoring';
import type { Platform } from '#publishing';
import { ApiModule } from '../../api/src/api.module.js';
import { createHttpApp } from '../../api/src/create-http-app.js';
import { PageFilter } from '../../portal/src/page.filter.js';
import { DeskModule } from '../../portal/src/desk/desk.module.js';
import { PortalModule } from '../../portal/src/portal.module.js';
import { Site } from '../../portal/src/site.js';
import { NestLog } from '../../wiring/src/nest-log.js';
import { PlatformModule } from '../../wiring/src/platform.module.js';
import { WorkerModule } from '../../worker/src/worker.module.js';

export type Role = 'http' | 'worker';

/** The parts of the product that this process runs. */
@Module({})
export class ProductModule {
  static of(platform: Platform, roles: readonly Role[]): DynamicModule {
    const wired = PlatformModule.of(platform);
    const http = roles.includes('http')
      ? [ApiModule.with(wired), PortalModule.with(wired), DeskModule.with(wired)]
      : [];
    const worker = roles.includes('worker') ? [WorkerModule.with(wired)] : [];
    return { module: ProductModule, imports: [wired, ...http, ...worker] };
  }
}

/** A running part of the product. */
export interface Serving extends AsyncDisposable {
  close(): Promise<void>;
  /** Has the front page and the charts counted before somebody asks for them. */
  warm(): void;
}

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly log: Log;
}

/** Runs the given roles in this process, until closed. */
export async function serve(platform: Platform, roles: readonly Role[], options: ServeOptions): Promise<Serving> {
  const product = ProductModule.of(platform, roles);
  const { log } = options;
  const logger = new NestLog(log);
  const { trustedProxies } = platform.settings;
  const http = roles.includes('http')
    ? await listen(await createHttpApp(product, logger, { log, trustedProxies }), options)
    : undefined;
  const app = http ?? (await NestFactory.createApplicationContext(product, { logger, abortOnError: false }));
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= app.close());
  const warm = () => {
    for (const page of ['/', '/explorar']) void http?.inject(page).catch(() => {}); // whoever comes first will meet the error
  };
  return { close, warm, [Symbol.asyncDispose]: close };
}

async function listen(app: NestFastifyApplication, { host, port }: ServeOptions) {
  app.useGlobalFilters(new PageFilter(app.get(Site)));
  await app.listen(port, host);
  return app;
}
