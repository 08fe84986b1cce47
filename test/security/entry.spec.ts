import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addAccount, COMMAND_LINE, setPassword } from '#access';
import { addTwoOrganisations, as } from '../integration/access/people.js';
import { openTestApp } from '../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { outcomesOf } from './outcomes.js';
import { rawRequest, sendRaw } from './send-raw.js';

const GOOD = 'tres tristes trigales';
const ATTEMPTS = process.env['C7_QUICK'] ? 60 : 500;

let test: TestPlatform;
let app: NestFastifyApplication;
let port: number;

beforeAll(async () => {
  test = await openTestPlatform();
  const { manager } = test.platform.dataSource;
  await addTwoOrganisations(test.platform.dataSource);
  for (const name of ['ana', 'beto']) {
    const memberships = [as('publisher', name === 'ana' ? 'salud' : 'educacion')];
    const id = await addAccount(manager, COMMAND_LINE, { email: `${name}@example.org`, name, memberships });
    await setPassword(manager, id, GOOD);
  }
  app = await openTestApp(test.platform);
  await app.listen(0, '127.0.0.1');
  ({ port } = app.getHttpServer().address() as AddressInfo);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const { attempt } = outcomesOf('entry');
const FORM = 'Content-Type: application/x-www-form-urlencoded';
const forget = () => test.platform.dataSource.query('DELETE FROM sign_in_failure');

const ask = (
  method: string,
  path: string,
  headers: readonly string[] = [],
  fields?: Record<string, string>,
  from?: string,
) =>
  sendRaw(
    port,
    rawRequest(method, path, fields ? [FORM, ...headers] : headers, fields && new URLSearchParams(fields).toString()),
    from,
  );
const enter = (name: string, clave: string, from = '127.0.0.1', headers: readonly string[] = []) =>
  ask('POST', '/escritorio/entrar', headers, { correo: `${name}@example.org`, clave }, from);
const cookieOf = (headers: string) => /^set-cookie: (__host-c7=[^;]+)/m.exec(headers)?.[1];

describe('getting in', () => {
  afterEach(forget);

  attempt(
    'guess the password of an account, hundreds of times and from many addresses',
    'five guesses are looked at, then even the right one waits; other accounts get in',
    async () => {
      const seen = new Map<number, number>();
      for (let n = 0; n < ATTEMPTS; n++) {
        const { status } = await enter('ana', `una de las más usadas ${n}`, `127.0.1.${(n % 200) + 1}`);
        seen.set(status, (seen.get(status) ?? 0) + 1);
      }
      expect([...seen.keys()].sort()).toEqual([422, 429]);
      expect(seen.get(422)).toBe(5);
      expect((await enter('ana', GOOD, '127.0.2.1')).status).toBe(429);
      expect((await enter('beto', GOOD, '127.0.2.1')).status).toBe(303);
    },
  );

  attempt(
    'guess one password for many accounts from one address',
    'the address waits, also when it names another in a header; people at other addresses get in',
    async () => {
      for (let n = 0; n < 35; n++) await enter(`cuenta${n}`, 'una de las más usadas', '127.0.3.1');
      const elsewhere = ['X-Forwarded-For: 8.8.8.8', 'X-Real-IP: 8.8.8.8', 'Forwarded: for=8.8.8.8'];
      expect((await enter('otra', 'x', '127.0.3.1', elsewhere)).status).toBe(429);
      expect((await enter('beto', GOOD, '127.0.3.2')).status).toBe(303);
    },
  );
});

/** Spellings of the desk’s address that a careless rule would let pass. */
const SPELLINGS = [
  '/escritorio',
  '/escritorio/',
  '//escritorio/clave',
  '/escritorio//clave',
  '/ESCRITORIO/clave',
  '/escritorio/clave/',
  '/escritorio/%63lave',
  '/escritorio/clave%2f',
  '/escritorio/clave;x=1',
  '/escritorio/clave?volver=/',
  '/escritorio/x/../clave',
  '/x/%2e%2e/escritorio/clave',
  '/assets/../escritorio/clave',
  '/en/../escritorio/clave',
  '/escritorio/entrar/../clave',
  '/escritorio/clave%00.css',
  '/escritorio/clave.json',
  'http://127.0.0.1/escritorio/clave',
];
const PRETENCES = [
  [],
  ['X-Original-URL: /escritorio/entrar'],
  ['X-Rewrite-URL: /escritorio/entrar'],
  ['X-Http-Method-Override: GET'],
  ['X-Forwarded-For: 127.0.0.1'],
  ['Cookie: __Host-c7=admin'],
  [`Cookie: __Host-c7=${'A'.repeat(43)}`],
  [`Cookie: __Host-c7=' OR 1=1 --`],
  ['Authorization: Bearer c7k_1_1'],
  ['Authorization: Basic YWRtaW46YWRtaW4='],
];

describe('forced browsing', () => {
  attempt(
    'ask for the desk under other spellings, with made-up sessions and headers',
    'sent to sign in, or not found',
    async () => {
      for (const path of SPELLINGS)
        for (const pretence of PRETENCES) {
          const { status, body } = await ask('GET', path, pretence);
          expect([path, pretence, status]).toEqual([path, pretence, expect.any(Number)]);
          expect([303, 400, 401, 404]).toContain(status);
          expect(body).not.toContain('name="actual"');
        }
    },
  );

  attempt('take the reader elsewhere after signing in', 'only addresses of this site are gone to', async () => {
    for (const volver of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:x',
      '/escritorio/../..//evil.example',
      '\\\\evil.example',
    ]) {
      const reply = await ask('POST', '/escritorio/entrar', [], { correo: 'beto@example.org', clave: GOOD, volver });
      const location = /^location: (.*)$/m.exec(reply.headers)![1]!.trim();
      expect([volver, new URL(location, 'https://compras.example').host]).toEqual([volver, 'compras.example']);
    }
  });
});

describe('a forged request', () => {
  attempt('sign somebody in from another site (log-in CSRF)', 'refused by where it says it comes from', async () => {
    for (const headers of [
      ['Origin: https://evil.example'],
      ['Origin: null'],
      ['Sec-Fetch-Site: cross-site'],
      ['Sec-Fetch-Site: same-site'],
    ]) {
      const reply = await enter('beto', GOOD, '127.0.0.1', headers);
      expect([headers, reply.status, cookieOf(reply.headers)]).toEqual([headers, 403, undefined]);
    }
  });
});

const POISONS = ['Host', 'X-Forwarded-Host', 'X-Forwarded-Server', 'X-Host', 'Forwarded'];
const WITH_LINKS = [
  '/',
  '/procesos',
  '/licitaciones-abiertas',
  '/api/v1/releases',
  '/api/v1/records',
  '/api/v1/changes',
  '/feeds/procesos.atom',
  '/feeds/procesos.json',
  '/escritorio/entrar',
  '/escritorio/clave',
  '/no-existe',
];

describe('the address of the site', () => {
  attempt(
    'name another host in `Host`, `X-Forwarded-Host` and the request line',
    'links, redirects and packages keep to the address that the operator set',
    async () => {
      for (const path of WITH_LINKS) {
        for (const name of POISONS) {
          const value = name === 'Forwarded' ? 'host=evil.example' : 'evil.example';
          const { headers, body } = await ask('GET', path, [`${name}: ${value}`]);
          expect([path, name, `${headers}${body}`.includes('evil.example')]).toEqual([path, name, false]);
        }
        const { status, body } = await ask('GET', `http://evil.example${path}`);
        expect([path, status < 500, /(href|action)="[^"]*evil\.example/.test(body)]).toEqual([path, true, false]);
      }
    },
  );
});
