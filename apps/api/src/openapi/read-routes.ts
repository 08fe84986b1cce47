import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { type ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS, type DeclaredAccess } from '../../../wiring/src/access/access.decorators.js';

/** What the code tells of a route. */
export interface Route {
  readonly method: string;
  /** With `{name}` for what varies. */
  readonly path: string;
  readonly access: DeclaredAccess | undefined;
  /** The schema that its query is validated with. */
  readonly query: QuerySchemaObject | undefined;
}

export interface QuerySchemaObject {
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

/** Addresses for programs; the others are pages. */
const FOR_PROGRAMS = /^\/(api|schemas|healthz|readyz|metrics)(\/|$)/;

/** The routes of an application that programs ask, from the controllers that it is made of. */
export function readRoutes(modules: ModulesContainer): readonly Route[] {
  const reflector = new Reflector();
  const types = new Set([...modules.values()].flatMap(({ controllers }) => [...controllers.values()].map(typeOf)));
  return [...types].flatMap((type) => routesOf(type, reflector)).filter(({ path }) => FOR_PROGRAMS.test(path));
}

function typeOf({ metatype }: { readonly metatype: unknown }): Type<object> {
  return metatype as Type<object>;
}

function routesOf(type: Type<object>, reflector: Reflector): readonly Route[] {
  return Object.getOwnPropertyNames(type.prototype).flatMap((name) => {
    const handler = (type.prototype as Record<string, unknown>)[name] as () => void;
    if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
    const access = reflector.getAllAndOverride<DeclaredAccess | undefined>(ACCESS, [handler, type]);
    const query = queryOf(type, name);
    return addresses(type, handler).map((path) => ({ method, path, access, query }));
  });
}

/** `RouteParamtypes.QUERY`, which Nest does not export. */
const QUERY_ARGUMENT = '4:';

function queryOf(type: Type<object>, name: string): QuerySchemaObject | undefined {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, type, name) ?? {}) as Record<string, { schema?: object }>;
  const [, found] = Object.entries(args).find(([key]) => key.startsWith(QUERY_ARGUMENT)) ?? [];
  return found?.schema && 'jsonSchema' in found.schema ? (found.schema.jsonSchema as QuerySchemaObject) : undefined;
}

function addresses(type: Type<object>, handler: () => void): readonly string[] {
  const bases = [Reflect.getMetadata(PATH_METADATA, type) as string | string[]].flat();
  const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
  const join = (...parts: string[]) => `/${parts.join('/').split('/').filter(Boolean).join('/')}`;
  return bases.flatMap((base) => paths.map((path) => join(base, path).replaceAll(/:(\w+)/g, '{$1}')));
}
