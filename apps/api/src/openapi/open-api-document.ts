import type { Bilingual } from '#ocds';
import type { Example, Operation } from './operation.js';
import { TAGS } from './operation.js';
import { OPERATIONS } from './operations.js';
import type { Route } from './read-routes.js';
import { SCHEMAS } from './schemas.js';

/** A description of the API: https://spec.openapis.org/oas/v3.1.0 */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: object;
}

export interface DescribedOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly DescribedParameter[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
  readonly 'x-examples': readonly Example[];
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: object;
}

export interface Described {
  readonly title: string;
  readonly url: string;
  readonly language: keyof Bilingual;
}

/** Describes routes: what the code validates and asks for, and what the table of operations says beside. */
export function openApiDocument(routes: readonly Route[], { title, url, language }: Described): OpenApiDocument {
  const paths: Record<string, Record<string, DescribedOperation>> = {};
  for (const route of routes) {
    const operation = OPERATIONS[`${route.method} ${route.path}`];
    if (!operation) continue; // a test tells of it
    (paths[route.path] ??= {})[route.method.toLowerCase()] = describe(route, operation, language);
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1', description: DESCRIPTION[language] },
    servers: [{ url }],
    tags: Object.entries(TAGS).map(([name, words]) => ({ name, description: words[language] })),
    paths,
    components: { schemas: SCHEMAS, securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  };
}

const DESCRIPTION: Bilingual = {
  es: 'Lo publicado es de todos y no pide cuenta. Publicar pide una llave: Authorization: Bearer c7k_…',
  en: 'What is published is for everybody, without an account. Publishing takes a key: Authorization: Bearer c7k_…',
};

function describe(route: Route, operation: Operation, language: keyof Bilingual): DescribedOperation {
  const isOpen = route.access === 'public';
  return {
    operationId: `${route.method} ${route.path}`
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/-$/, ''),
    tags: [operation.tag],
    summary: operation.summary[language],
    security: isOpen ? [] : [{ key: [] }],
    parameters: [...pathParameters(route.path), ...queryParameters(route), ...headerParameters(operation)],
    ...(takesFile(operation) && { requestBody: FILE }),
    ...(operation.json && {
      requestBody: { required: true, content: { 'application/json': { schema: operation.json } } },
    }),
    responses: Object.fromEntries(
      Object.entries(operation.answers).map(([status, answer]) => [status, answerOf(Number(status), answer)]),
    ),
    'x-examples': operation.examples,
  };
}

function pathParameters(path: string): readonly DescribedParameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name: name!,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Route): readonly DescribedParameter[] {
  return Object.entries(query?.properties ?? {}).map(([name, given]) => {
    const { description, ...schema } = given as { readonly description?: string };
    const required = query?.required?.includes(name) ?? false;
    return { name, in: 'query', required, ...(description && { description }), schema };
  });
}

function headerParameters(operation: Operation): readonly DescribedParameter[] {
  if (!takesFile(operation)) return [];
  return [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }];
}

function takesFile({ json, examples }: Operation): boolean {
  return json === undefined && examples.some(({ body }) => body !== undefined);
}

const FILE = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
      },
    },
    'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } },
  },
};

function answerOf(status: number, answer: object | string): object {
  const description = String(status);
  if (typeof answer === 'string') return { description, content: { [answer]: {} } };
  const type = status >= 400 && status !== 503 ? 'application/problem+json' : 'application/json';
  return { description, content: { [type]: { schema: answer } } };
}
