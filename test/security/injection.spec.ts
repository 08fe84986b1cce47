import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { findPublisher, ingestFile } from '#publishing';
import { exploreProcesses } from '#search';
import { addKey, COMMAND_LINE, KEY_SCOPES, ROLES } from '#access';
import { createDraw } from '../fuzz/mutate.js';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { addPerson, addTwoOrganisations, as, signedIn } from '../integration/access/people.js';
import { openTestApp } from '../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';
import { aimAt, type Intruder, type Shot } from './aim.js';
import { countRows } from './count-rows.js';
import { type ListedRoute, listRoutes } from './list-routes.js';
import { outcomesOf } from './outcomes.js';
import { PAYLOADS } from './payloads.js';
import { seenIn } from './seen-in.js';
import { sendRaw } from './send-raw.js';

const SEED = 7_2027;
/** Of each kind of payload. */
const SHOTS = process.env['C7_QUICK'] ? 60 : 1_500;
const LONGEST_MS = 2_000;
const AT_ONCE = 4;

let test: TestPlatform;
let app: NestFastifyApplication;
let port: number;
let routes: readonly ListedRoute[];
let intruder: Intruder;

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  await addTwoOrganisations(dataSource);
  const path = await writeInput(examplePackage([exampleRelease(1), exampleRelease(2)]));
  const publisher = await findPublisher(dataSource, 'salud');
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
  // The charts are counted once, and kept: whoever looks first would add that row.
  await exploreProcesses(dataSource);
  app = await openTestApp(test.platform);
  const listed = listRoutes(app);
  await app.listen(0, '127.0.0.1');
  ({ port } = app.getHttpServer().address() as AddressInfo);
  routes = listed().filter(({ url }) => url !== '/escritorio/salir');
  const roles = ROLES.map((role) => as(role, 'salud'));
  const browser = await signedIn(dataSource, await addPerson(dataSource, 'todos', ...roles));
  const wanted = { name: 'todas', organisationId: 'salud', scopes: KEY_SCOPES, days: 2 };
  const { key } = await addKey(dataSource.manager, COMMAND_LINE, wanted);
  intruder = { browser, key };
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const { attempt } = outcomesOf('injection');

describe('in every parameter, path, header, form and JSON field of every route', () => {
  for (const [kind, payloads] of Object.entries(PAYLOADS))
    attempt(
      kind,
      'answered within 2 s and without a server error; not run, not shown as markup, no header added, no row changed',
      async () => {
        const before = await countRows(test.platform.dataSource);
        const shots = aimAt(routes, payloads, intruder);
        expect(shots.length).toBeGreaterThan(1000);
        const faults = await fire(drawn(shots));
        expect(faults).toEqual([]);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
        expect(await countRows(test.platform.dataSource)).toEqual(before);
      },
    );
});

describe('what would show', () => {
  const reply = (headers: string, body = '', status = 200) => ({ status, headers, body, ms: 1 });

  it.each([
    ['answered 500', reply('', '', 500)],
    ['put a header in', reply('http/1.1 200 ok\r\nx-injected: yes')],
    ['put a header in', reply('http/1.1 200 ok\r\nset-cookie: x-injected=yes')],
    ['sent elsewhere', reply('http/1.1 303 see other\r\nlocation: //evil.example/')],
    ['put markup in', reply('content-type: text/html', '<p><script>c7canary()</script>')],
    ['put markup in', reply('content-type: text/html', '"><img src=x onerror=c7canary()>')],
    ['put an attribute in', reply('content-type: text/html', '<input value="x" onfocus="c7canary()">')],
    ['put a script address in', reply('content-type: text/html', '<a href="javascript:c7canary()">')],
    ['put an event in', reply('content-type: text/calendar', 'SUMMARY:x\r\nX-INJECTED:yes')],
    ['ran a template', reply('', '62615533')],
    ['gave a file away', reply('', 'root:x:0:0:root:/root')],
    ['told its inside', reply('', 'syntax error at or near "x"')],
  ])('is seen: %s', (fault, hostile) => {
    expect(seenIn(hostile)).toBe(fault);
  });

  it('is not seen where text is escaped', () => {
    const escapedPage = '<input value="&#34;&gt;&lt;img src=x onerror=c7canary()&gt;">';
    expect(seenIn(reply('content-type: text/html', escapedPage))).toBeUndefined();
  });
});

function drawn(shots: readonly Shot[]): readonly Shot[] {
  if (shots.length <= SHOTS) return shots;
  const draw = createDraw(SEED);
  return Array.from({ length: SHOTS }, () => shots[draw(shots.length)]!);
}

async function fire(shots: readonly Shot[]): Promise<readonly string[]> {
  const faults = new Map<string, string>();
  const waiting = shots.values();
  const gunner = async () => {
    for (const shot of waiting) {
      const fault = await faultOf(shot);
      // One of a kind is enough to mend it.
      if (fault) faults.set(`${fault} ${shot.place}`, `${fault}: ${shot.place} ${JSON.stringify(shot.payload)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, gunner));
  return [...faults.values()];
}

async function faultOf(shot: Shot): Promise<string | undefined> {
  const reply = await sendRaw(port, shot.bytes);
  const slow = reply.ms > LONGEST_MS && (await fastest(shot.bytes)) > LONGEST_MS;
  return slow ? `took ${Math.round(reply.ms)} ms` : seenIn(reply);
}

/** A busy machine is slow once; what a payload makes slow is slow always. */
async function fastest(bytes: string): Promise<number> {
  let best = Infinity;
  for (let n = 0; n < 3; n++) best = Math.min(best, (await sendRaw(port, bytes)).ms);
  return best;
}
