import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, ACTIONS, can, KEY_SCOPES, type Role, ROLES } from '#access';
import { addApiKey } from '../api-key.js';
import { addPerson, addTwoOrganisations, as, type Browser, signedIn } from '../integration/access/people.js';
import { openTestApp } from '../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { contentOfTables } from './content-of-tables.js';
import { type ListedRoute, listRoutes } from './list-routes.js';
import { addObjects, NOBODYS, type Objects } from './other-objects.js';
import { type Aimed, aimedAt, FORMS, LISTS } from './other-requests.js';
import { outcomesOf } from './outcomes.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;
let routes: readonly ListedRoute[];
let theirs: Objects;
let key: string;
let before: Readonly<Record<string, string>>;
const people: Person[] = [];

interface Person {
  readonly actor: Actor;
  readonly browser: Browser;
}

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  await addTwoOrganisations(dataSource);
  app = await openTestApp(test.platform);
  const listed = listRoutes(app);
  await app.listen(0, '127.0.0.1');
  origin = await app.getUrl();
  routes = listed().filter(({ access }) => access !== 'public');
  theirs = await addObjects(test, origin);
  const enter = async (actor: Actor) => people.push({ actor, browser: await signedIn(dataSource, actor) });
  for (const role of ROLES) await enter(await addPerson(dataSource, role, as(role, 'salud')));
  // Who may do everything at home, and something else abroad: the guard lets this one through everywhere.
  const everything = ROLES.map((role) => as(role, 'salud'));
  for (const role of ROLES)
    await enter(await addPerson(dataSource, `${role}-abroad`, ...everything, as(role, 'educacion')));
  for (const role of ['monitor', 'secretariat'] satisfies Role[])
    await enter(await addPerson(dataSource, `${role}-of-all`, ...everything, as(role, null)));
  key = await addApiKey(dataSource, 'salud', KEY_SCOPES);
  before = await contentOfTables(dataSource);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const { attempt } = outcomesOf('others');

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function ask({ route, path, body }: Aimed, headers: Record<string, string>): Promise<Answer> {
  const form = body instanceof URLSearchParams || body instanceof FormData ? body : undefined;
  const signal = AbortSignal.timeout(20_000);
  const init = { method: route.method, headers, redirect: 'manual' as const, signal, ...(form && { body: form }) };
  const reply = await fetch(origin + path, init).catch((error: unknown) => {
    throw new Error(`${route.method} ${path} is not answered`, { cause: error });
  });
  const text = await reply.text();
  // Each answer carries the number of its own request.
  return { status: reply.status, body: text.replaceAll(reply.headers.get('x-request-id') ?? '\0', 'REQUEST') };
}

const isDesk = ({ url }: ListedRoute) => url.startsWith('/escritorio');

/** What is answered for what is theirs, beside what is answered for what nobody has. */
async function answers(one: Aimed, who: Person | undefined): Promise<[told: string, real: Answer, none: Answer]> {
  const headers: Record<string, string> = who
    ? { cookie: who.browser.cookie, 'x-csrf-token': who.browser.csrf }
    : { authorization: `Bearer ${key}` };
  const nameless = ({ status, body }: Answer, ids: readonly string[]) => ({
    status,
    body: ids.reduce((text, id) => text.replaceAll(id, 'ID'), body),
  });
  const real = nameless(await ask(one, headers), one.ids);
  const none = nameless(await ask(one.likeNobodys(), headers), one.likeNobodys().ids);
  return [`${one.route.method} ${one.path} as ${who?.actor.name ?? 'a key'}`, real, none];
}

/** Who may not do this at theirs; whoever may is no stranger there. */
const strangers = ({ access }: ListedRoute) =>
  people.filter(({ actor }) => access !== undefined && access !== 'public' && !can(actor, access.action, 'educacion'));

/** Who has nothing to do there must not even learn what is there; others may be told that it is not theirs to change. */
const mayKnow = (who: Person | undefined) =>
  who !== undefined && ACTIONS.some((action) => action !== 'desk:enter' && can(who.actor, action, 'educacion'));

async function nothingChanged(): Promise<void> {
  expect(await contentOfTables(test.platform.dataSource)).toEqual(before);
}

describe('what belongs to another organisation', () => {
  it('has an address in the walk wherever one leads to an object', () => {
    const led = routes.filter(({ url }) => /[:*]/.test(url));
    expect(led.length).toBeGreaterThan(30);
    const aimless = led.filter((route) => aimedAt(route, theirs, NOBODYS) === undefined);
    expect(aimless.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });

  attempt(
    'open, change or decide what another organisation has, by its real address, at the desk',
    'the same answer, to the letter, as for what nobody has: not found; nothing changed',
    async () => {
      for (const route of routes.filter(isDesk))
        for (const one of aimedAt(route, theirs, NOBODYS) ?? [])
          for (const who of strangers(route)) {
            const [told, real, none] = await answers(one, who);
            if (!mayKnow(who)) expect([told, real]).toEqual([told, none]);
            expect([told, [403, 404].includes(real.status)]).toEqual([told, true]);
          }
      await nothingChanged();
    },
  );

  attempt(
    'the same by API, with a key of every scope',
    'the same answer, to the letter, as for what nobody has: not found; nothing changed',
    async () => {
      for (const route of routes.filter((one) => !isDesk(one)))
        for (const one of aimedAt(route, theirs, NOBODYS) ?? []) {
          const [told, real, none] = await answers(one, undefined);
          expect([told, real]).toEqual([told, none]);
          expect([told, real.status]).toEqual([told, 404]);
        }
      await nothingChanged();
    },
  );

  attempt(
    'name another organisation, or its upload, in a form or in a query',
    'refused; nothing of it is listed; nothing changed',
    async () => {
      for (const one of FORMS(routes, theirs, NOBODYS))
        for (const who of isDesk(one.route) ? strangers(one.route) : [undefined]) {
          const [told, real] = await answers(one, who);
          expect([told, [403, 404, 422].includes(real.status)]).toEqual([told, true]);
        }
      for (const one of LISTS(routes, theirs, NOBODYS))
        for (const who of isDesk(one.route) ? strangers(one.route) : [undefined]) {
          const [told, real] = await answers(one, who);
          const seen = [...theirs.uploads, theirs.correction, theirs.key, theirs.source, 'eva@example.org'];
          if (!mayKnow(who)) expect([told, seen.filter((id) => real.body.includes(id))]).toEqual([told, []]);
        }
      await nothingChanged();
    },
  );
});
