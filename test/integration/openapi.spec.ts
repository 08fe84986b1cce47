import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Action } from '#access';
import { findPublisher, ingestFile, type Intake, startIntake } from '#publishing';
import { importPlans } from '#tracking';
import type { DescribedOperation, OpenApiDocument } from '../../apps/api/src/openapi/open-api-document.js';
import type { Example } from '../../apps/api/src/openapi/operation.js';
import { OPERATIONS } from '../../apps/api/src/openapi/operations.js';
import { addApiKey } from '../api-key.js';
import { contract, csv } from '../contract-file.js';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { intakeClient } from '../intake-client.js';
import { listenTestApp } from '../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;
let key: string;
let intake: Intake;
let document: OpenApiDocument;
let uploadId: string;

beforeAll(async () => {
  test = await openTestPlatform();
  ({ app, origin } = await listenTestApp(test.platform));
  intake = await startIntake(test.platform, { onError: () => {} });
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage([exampleRelease(1), exampleRelease(2), exampleRelease(3)]));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
  await importPlans(test.platform.dataSource);
  const tracker: readonly Action[] = ['tracker:report', 'tracker:reply'];
  const scopes: readonly Action[] = ['batch:read', 'batch:upload', 'batch:cancel', ...tracker];
  key = await addApiKey(test.platform.dataSource, 'sepaf', scopes);
  const client = intakeClient(origin, key);
  const wrong = csv([contract('1'), contract('2', { NUMERO_PROCEDIMIENTO: '', NUMERO_EXPEDIENTE: '' })]);
  const { body } = await client.send(wrong, 'preview=true&fileName=contratos.csv');
  uploadId = (await client.settled(body.id)).id;
  document = (await (await fetch(`${origin}/api/openapi.json`)).json()) as OpenApiDocument;
});
afterAll(async () => {
  await intake.stop();
  await app.close();
  await test.close();
});

/** Every operation of the description, by method and path. */
function operations(): readonly (readonly [string, string, DescribedOperation])[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [method.toUpperCase(), path, operation] as const),
  );
}

const urlOf = ({ url }: Example) =>
  origin + url.replace('{id}', uploadId).replace('{ocid}', 'ocds-xs1qbl-prueba-2').replace('{releaseId}', 'prueba-2-1');

describe('/api/openapi.json', () => {
  it('describes every route for programs that there is, and no other', () => {
    const registered = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false, includeHooks: false });
    const described = operations().map(([method, path]) => `${method} ${path}`);
    expect(described.toSorted()).toEqual(Object.keys(OPERATIONS).toSorted());
    for (const path of Object.keys(document.paths)) {
      const last = path
        .split('/')
        .at(-1)!
        .replaceAll(/\{(\w+)\}/g, ':$1');
      expect(registered).toContain(last);
    }
  });

  it('says in both languages the same of the same', async () => {
    const english = (await (await fetch(`${origin}/api/openapi.json?lang=en`)).json()) as OpenApiDocument;
    expect(Object.keys(english.paths)).toEqual(Object.keys(document.paths));
    expect(english.paths['/api/v1/releases']!['get']!.summary).toBe('Releases, the newest first');
  });

  it('tells of each parameter what the controllers check it by', () => {
    const { parameters, security } = document.paths['/api/v1/releases']!['get']!;
    expect(parameters.find(({ name }) => name === 'limit')).toEqual({
      name: 'limit',
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
    });
    expect(security).toEqual([]);
    expect(document.paths['/api/v1/batches']!['post']!.security).toEqual([{ key: [] }]);
  });

  it('refers to nothing that it does not have', () => {
    for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(Object.keys((document.components as { schemas: object }).schemas)).toContain(name);
  });
});

describe('the examples of the description', () => {
  it('are answered as it says, each by an answer of the schema that it says', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    ajv.addSchema({ ...document, $id: 'api' });
    let asked = 0;
    for (const [method, , operation] of operations())
      for (const example of operation['x-examples']) {
        const { headers = {}, body } = example;
        const reply = await fetch(urlOf(example), {
          method,
          headers: { authorization: `Bearer ${key}`, ...headers },
          ...(body !== undefined && { body }),
        });
        const text = await reply.text();
        const told = `${method} ${example.url}: ${text.slice(0, 200)}`;
        expect([told, reply.status]).toEqual([told, example.status]);
        const { content } = operation.responses[String(reply.status)] as {
          content: Record<string, { schema?: object }>;
        };
        const [[type, { schema }]] = Object.entries(content) as [[string, { schema?: object }]];
        expect([told, reply.headers.get('content-type')]).toEqual([told, expect.stringContaining(type)]);
        if (schema) expect([told, faultsOf(ajv, schema, JSON.parse(text))]).toEqual([told, []]);
        asked++;
      }
    expect(asked).toBeGreaterThan(20);
  });
});

function faultsOf(ajv: Ajv2020, schema: object, answer: unknown): readonly string[] {
  const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')) as object;
  const check = ajv.compile(local);
  return check(answer) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('/api/docs', () => {
  it('is a page that tells every operation, in both languages, and loads nothing from elsewhere', async () => {
    for (const [language, words] of [
      ['', 'Publicaciones, la más nueva primero'],
      ['/en', 'Releases, the newest first'],
    ]) {
      const reply = await fetch(`${origin}${language}/api/docs`);
      const page = await reply.text();
      expect(reply.headers.get('content-type')).toContain('text/html');
      expect(page).toContain(words);
      for (const [, path] of operations()) expect(page).toContain(path);
      expect(page).not.toMatch(/(src|href)="(https?:)?\/\/(?!compras\.example)/);
      expect(page).not.toContain('<script>');
    }
  });
});
