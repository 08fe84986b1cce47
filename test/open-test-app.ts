import { Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Platform } from '#publishing';
import { createHttpApp } from '../apps/api/src/create-http-app.js';
import { ProductModule } from '../apps/cli/src/serve.js';
import { PageFilter } from '../apps/portal/src/page.filter.js';
import { Site } from '../apps/portal/src/site.js';

@Module({})
class TestModule {}

/** The whole product's HTTP application, made as `c7 up` makes it, with controllers of the test's own beside; not yet listening. */
export async function openTestApp(
  platform: Platform,
  controllers: readonly Type<unknown>[] = [],
): Promise<NestFastifyApplication> {
  const imports = [ProductModule.of(platform, ['http'])];
  const { trustedProxies } = platform.settings;
  const app = await createHttpApp({ module: TestModule, imports, controllers: [...controllers] }, false, {
    trustedProxies,
  });
  app.useGlobalFilters(new PageFilter(app.get(Site, { strict: false })));
  return app;
}

/** The same, answering on a port of its own. @returns also where. */
export async function listenTestApp(platform: Platform, controllers: readonly Type<unknown>[] = []) {
  const app = await openTestApp(platform, controllers);
  await app.listen(0, '127.0.0.1');
  return { app, origin: await app.getUrl() };
}
