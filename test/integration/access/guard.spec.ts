import { createHash, randomBytes } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '#access';
import { Allow, CurrentActor, Public } from '../../../apps/wiring/src/access/access.decorators.js';
import { listenTestApp } from '../../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addPerson, addTwoOrganisations, as, type Browser, signedIn } from './people.js';

@Controller('escritorio/prueba')
class DeskProbe {
  @Get()
  @Allow('batch:upload')
  look(@CurrentActor() actor: Actor): object {
    return { name: actor.name };
  }

  @Post()
  @Allow('batch:upload')
  act(): object {
    return { done: true };
  }

  @Post('publica')
  @Public()
  open(): object {
    return { done: true };
  }

  @Get('olvidada')
  forgotten(): object {
    return { secret: true };
  }
}

@Allow('batch:read')
@Controller('api/v1/prueba')
class KeyedProbe {
  @Get()
  look(@CurrentActor() actor: Actor): object {
    return { name: actor.name, scopes: actor.scopes };
  }

  @Post()
  @Allow('batch:upload')
  act(): object {
    return { done: true };
  }
}

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;
let publisher: Actor;
let browser: Browser;

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  await addTwoOrganisations(dataSource);
  publisher = await addPerson(dataSource, 'paula', as('publisher', 'salud'));
  browser = await signedIn(dataSource, publisher);
  ({ app, origin } = await listenTestApp(test.platform, [DeskProbe, KeyedProbe]));
});
afterAll(async () => {
  await app.close();
  await test.close();
});

async function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  const reply = await fetch(origin + path, { method, headers, body: body ?? null, redirect: 'manual' });
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a page of the desk', () => {
  it('sends who is not signed in to the sign-in page, and back afterwards', async () => {
    const { status, headers } = await ask('GET', '/escritorio/prueba?a=1');
    expect(status).toBe(303);
    expect(headers.get('location')).toBe('/escritorio/entrar?volver=%2Fescritorio%2Fprueba%3Fa%3D1');
  });

  it('opens to who is signed in and may', async () => {
    const { status, text } = await ask('GET', '/escritorio/prueba', { cookie: browser.cookie });
    expect([status, text]).toEqual([200, '{"name":"paula"}']);
  });

  it('is refused with a page to who may not', async () => {
    const monitor = await addPerson(test.platform.dataSource, 'mona', as('monitor', null));
    const { cookie } = await signedIn(test.platform.dataSource, monitor);
    const { status, text } = await ask('GET', '/escritorio/prueba', { cookie });
    expect(status).toBe(403);
    expect(text).toContain('Aquí no se puede pasar');
  });

  it.each(['', '__Host-c7=', '__Host-c7=abc', `__Host-c7=${'A'.repeat(43)}`, 'c7=x; __Host-c7="', `x__Host-c7=y`])(
    'does not open to the cookie «%s»',
    async (cookie) => {
      expect((await ask('GET', '/escritorio/prueba', { cookie })).status).toBe(303);
    },
  );

  it('does not open to an API key', async () => {
    const authorization = `Bearer ${await addKey(['batch:read', 'batch:upload'])}`;
    expect((await ask('GET', '/escritorio/prueba', { authorization })).status).toBe(303);
  });
});

describe('a form of the desk', () => {
  const post = (headers: Record<string, string>, fields: Record<string, string> = {}, query = '') =>
    ask('POST', `/escritorio/prueba${query}`, { ...FORM, cookie: browser.cookie, ...headers }, form(fields));

  it('is taken with the token of its session: as a field, in a header, in the address', async () => {
    expect((await post({}, { _csrf: browser.csrf })).status).toBe(201);
    expect((await post({ 'x-csrf-token': browser.csrf })).status).toBe(201);
    expect((await post({}, {}, `?_csrf=${browser.csrf}`)).status).toBe(201);
  });

  it('is refused without the token, or with that of another session of the same person', async () => {
    const other = await signedIn(test.platform.dataSource, publisher);
    expect((await post({})).status).toBe(403);
    expect((await post({}, { _csrf: other.csrf })).status).toBe(403);
    expect((await post({}, { _csrf: `${browser.csrf}x` })).status).toBe(403);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://malo.example' }],
    ['no origin it would name', { origin: 'null' }],
    ['this host under another port', { origin: 'http://127.0.0.1:1' }],
  ])('is refused from %s, token or not', async (_, headers) => {
    expect((await post(headers, { _csrf: browser.csrf })).status).toBe(403);
    expect((await ask('POST', '/escritorio/prueba/publica', { ...FORM, ...headers }, '')).status).toBe(403);
  });

  it('is taken from this origin and from the public one', async () => {
    expect((await post({ origin }, { _csrf: browser.csrf })).status).toBe(201);
    expect((await post({ origin: 'https://compras.example' }, { _csrf: browser.csrf })).status).toBe(201);
  });
});

describe('a route of the API with @Allow', () => {
  it('asks for a key, as a problem document', async () => {
    const { status, headers, text } = await ask('GET', '/api/v1/prueba');
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toContain('Bearer');
    expect(JSON.parse(text)).toMatchObject({ status: 401, title: 'Hace falta identificarse' });
  });

  it('opens to a key within its scopes', async () => {
    const authorization = `Bearer ${await addKey(['batch:read'])}`;
    expect(JSON.parse((await ask('GET', '/api/v1/prueba', { authorization })).text)).toEqual({
      name: 'la llave',
      scopes: ['batch:read'],
    });
    expect((await ask('POST', '/api/v1/prueba', { authorization })).status).toBe(403);
  });

  it('takes no session for a key', async () => {
    expect((await ask('GET', '/api/v1/prueba', { cookie: browser.cookie })).status).toBe(401);
  });

  it.each([
    ['revoked', 'revoked_at = now()'],
    ['expired', `expires_at = now() - interval '1 second'`],
  ])('does not open to a key that is %s', async (_, change) => {
    const key = await addKey(['batch:read']);
    await test.platform.dataSource.query(`UPDATE api_key SET ${change} WHERE id = $1`, [key.split('_')[1]]);
    expect((await ask('GET', '/api/v1/prueba', { authorization: `Bearer ${key}` })).status).toBe(401);
  });

  it('does not open to a key with another secret', async () => {
    const key = await addKey(['batch:read']);
    const forged = key.slice(0, -43) + 'A'.repeat(43);
    expect((await ask('GET', '/api/v1/prueba', { authorization: `Bearer ${forged}` })).status).toBe(401);
  });
});

describe('a route that declares nothing', () => {
  it('opens to nobody', async () => {
    const { status, text } = await ask('GET', '/escritorio/prueba/olvidada', { cookie: browser.cookie });
    expect(status).toBe(500);
    expect(text).not.toContain('secret');
  });
});

async function addKey(scopes: readonly string[]): Promise<string> {
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  await test.platform.dataSource.query(
    `INSERT INTO api_key (id, secret_hash, name, organisation_id, scopes, created_by, expires_at)
     VALUES ($1, $2, 'la llave', 'salud', $3, 'system:test', now() + interval '1 day')`,
    [id, createHash('sha256').update(secret).digest(), scopes],
  );
  return `c7k_${id}_${secret}`;
}
