import { ModulesContainer, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACCESS, type DeclaredAccess } from '../../apps/wiring/src/access/access.decorators.js';

/** What the server listens for, and who its controller says may use it. */
export interface ListedRoute {
  readonly method: string;
  readonly url: string;
  readonly access: DeclaredAccess | undefined;
}

/** Listens to what an application registers; to be called before it listens, and its result after. */
export function listRoutes(app: NestFastifyApplication): () => readonly ListedRoute[] {
  const registered: { method: string; url: string }[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') registered.push({ method: one, url });
    });
  return () => {
    const declared = declaredRoutes(app);
    return registered.map((route) => ({ ...route, access: declared.get(`${route.method} ${route.url}`) }));
  };
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

/** What each route of each controller declares, by method and address. */
function declaredRoutes(app: NestFastifyApplication): ReadonlyMap<string, DeclaredAccess | undefined> {
  const reflector = app.get(Reflector);
  const found = new Map<string, DeclaredAccess | undefined>();
  for (const module of app.get(ModulesContainer).values())
    for (const { metatype } of module.controllers.values()) {
      const type = metatype as abstract new () => object;
      for (const name of Object.getOwnPropertyNames(type.prototype)) {
        const handler = (type.prototype as Record<string, unknown>)[name];
        if (typeof handler !== 'function' || !Reflect.hasMetadata('path', handler)) continue;
        const method = METHODS[Reflect.getMetadata('method', handler) as number] ?? 'ALL';
        const access = reflector.getAllAndOverride<DeclaredAccess | undefined>(ACCESS, [
          handler as () => void,
          type as never,
        ]);
        for (const url of addresses(type, handler)) found.set(`${method} ${url}`, access);
      }
    }
  return found;
}

function addresses(type: object, handler: object): readonly string[] {
  const bases = [Reflect.getMetadata('path', type) as string | string[]].flat();
  const paths = [Reflect.getMetadata('path', handler) as string | string[]].flat();
  const join = (...parts: string[]) => `/${parts.join('/').split('/').filter(Boolean).join('/')}`;
  return bases.flatMap((base) => paths.map((path) => join(base, path)));
}
