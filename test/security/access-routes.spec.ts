import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, can, POLICY, ROLES } from '#access';
import { addPerson, addTwoOrganisations, as, type Browser, signedIn } from '../integration/access/people.js';
import { openTestApp } from '../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { type ListedRoute, listRoutes } from './list-routes.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let routes: readonly ListedRoute[];
const people: { readonly actor: Actor; readonly browser: Browser }[] = [];

beforeAll(async () => {
  test = await openTestPlatform();
  await addTwoOrganisations(test.platform.dataSource);
  app = await openTestApp(test.platform);
  const listed = listRoutes(app);
  await app.listen(0, '127.0.0.1');
  routes = listed();
  for (const role of ROLES) {
    const actor = await addPerson(test.platform.dataSource, role, as(role, 'salud'));
    people.push({ actor, browser: await signedIn(test.platform.dataSource, actor) });
  }
});
afterAll(async () => {
  await app.close();
  await test.close();
});

/** An address whose object nobody has: who may not come in must not learn that. */
const asked = ({ url }: ListedRoute) => url.replaceAll(/:\w+/g, 'no-existe').replaceAll('*', 'no-existe');

async function ask(route: ListedRoute, headers: Record<string, string> = {}): Promise<number> {
  const reply = await fetch((await app.getUrl()) + asked(route), { method: route.method, headers, redirect: 'manual' });
  await reply.arrayBuffer();
  return reply.status;
}

const isDesk = ({ url }: ListedRoute) => /^\/escritorio(\/|$)/.test(url);
const closedRoutes = () => routes.filter(({ access }) => access !== 'public');

describe('every route', () => {
  it('is known to the walk and declares who may use it', () => {
    expect(routes.length).toBeGreaterThan(15);
    expect(routes.filter(({ access }) => access === undefined).map(({ method, url }) => `${method} ${url}`)).toEqual(
      [],
    );
    for (const { access } of routes) if (access !== 'public') expect(Object.keys(POLICY)).toContain(access!.action);
  });

  it('is closed to nobody in particular, unless it is public', async () => {
    for (const route of closedRoutes())
      expect([route.method, route.url, await ask(route)]).toEqual([route.method, route.url, isDesk(route) ? 303 : 401]);
  });

  it('lets nobody write in the desk without the token of the session', async () => {
    for (const route of closedRoutes().filter((one) => isDesk(one) && one.method !== 'GET'))
      for (const { browser } of people)
        expect([route.url, await ask(route, { cookie: browser.cookie })]).toEqual([route.url, 403]);
  });

  it('is refused to each role that may not do what it declares, and only to those', async () => {
    for (const route of closedRoutes().filter((one) => isDesk(one) && one.url !== '/escritorio/salir'))
      for (const { actor, browser } of people) {
        const status = await ask(route, { cookie: browser.cookie, 'x-csrf-token': browser.csrf });
        const { action } = route.access as { action: keyof typeof POLICY };
        const told = `${route.method} ${route.url} as ${actor.name}`;
        if (!can(actor, action)) expect([told, status]).toEqual([told, 403]);
        else expect([told, status === 401 || status === 303 ? 'asked to sign in' : 'let in']).toEqual([told, 'let in']);
      }
  });
});
