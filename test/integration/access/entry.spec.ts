import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addAccount, asActor, COMMAND_LINE, makeLink, setPassword } from '#access';
import { listenTestApp } from '../../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addTwoOrganisations, as } from './people.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;

const GOOD = 'tres tristes trigales';

beforeAll(async () => {
  test = await openTestPlatform();
  await addTwoOrganisations(test.platform.dataSource);
  ({ app, origin } = await listenTestApp(test.platform));
});
afterAll(async () => {
  await app.close();
  await test.close();
});

/** An account that may enter; each test has its own, since failures are counted by e-mail. */
async function person(name: string, password?: string): Promise<{ id: string; email: string }> {
  const email = `${name}@example.org`;
  const { dataSource } = test.platform;
  const id = await addAccount(dataSource.manager, COMMAND_LINE, {
    email,
    name,
    memberships: [as('publisher', 'salud')],
  });
  if (password) await setPassword(dataSource.manager, id, password);
  return { id, email };
}

async function ask(method: string, path: string, fields?: Record<string, string>, cookie = '') {
  const headers = { ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }), cookie };
  const body = fields ? new URLSearchParams(fields).toString() : null;
  const reply = await fetch(origin + path, { method, headers, body, redirect: 'manual' });
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
}

const enter = (email: string, password: string, cookie = '', volver = '') =>
  ask('POST', '/escritorio/entrar', { correo: email, clave: password, volver }, cookie);
const cookieOf = ({ headers }: { headers: Headers }) => headers.get('set-cookie')?.split(';')[0] ?? '';
const csrfIn = (page: string) => /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
const forgetFailures = () => test.platform.dataSource.query('DELETE FROM sign_in_failure');
/** What tells one refusal from another, were there anything. */
const withoutEmail = (text: string, email: string) => text.replaceAll(email, '…');

describe('signing in', () => {
  it('gives a cookie that scripts, other sites and http cannot have, and goes where one wanted to', async () => {
    const { email } = await person('ana', GOOD);
    const reply = await enter(email.toUpperCase(), GOOD, '', '/escritorio/clave');
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toBe('/escritorio/clave');
    expect(reply.headers.get('set-cookie')).toMatch(/^__Host-c7=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    const page = await ask('GET', '/escritorio/clave', undefined, cookieOf(reply));
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Cambiar la contraseña') });
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await ask('GET', '/escritorio/entrar', undefined, cookieOf(reply))).status).toBe(303);
  });

  it('answers an unknown e-mail, a wrong password, a closed account and one without a password alike', async () => {
    const known = await person('beto', GOOD);
    const invited = await person('carla');
    const closed = await person('dora', GOOD);
    await test.platform.dataSource.query('UPDATE account SET disabled_at = now() WHERE id = $1', [closed.id]);
    const tries: [string, string][] = [
      [known.email, 'otra contraseña larga'],
      ['nadie@example.org', GOOD],
      [invited.email, GOOD],
      [closed.email, GOOD],
      ['', ''],
    ];
    const answers = await Promise.all(
      tries.map(async ([email, password]) => {
        const { status, text, headers } = await enter(email, password);
        return { status, text: withoutEmail(text, email || '""'), cookie: headers.get('set-cookie') };
      }),
    );
    for (const { status, text, cookie } of answers) {
      expect([status, cookie]).toEqual([422, null]);
      expect(text).toContain('no corresponden a una cuenta abierta');
    }
    expect(new Set(answers.slice(0, 4).map(({ text }) => text)).size).toBe(1);
    await forgetFailures();
  });

  it('takes as long for an unknown e-mail as for a known one', async () => {
    const { email } = await person('eva', GOOD);
    await enter('calienta@example.org', GOOD);
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 8; round++) {
      await forgetFailures();
      for (const [kind, address] of [
        ['known', email],
        ['unknown', 'nadie@example.org'],
      ] as const) {
        const start = performance.now();
        await enter(address, 'otra contraseña larga');
        times[kind]!.push(performance.now() - start);
      }
    }
    const best = (kind: string) => Math.min(...times[kind]!);
    // The hash takes most of it; without one an unknown e-mail would be answered in a tenth of the time. A loaded machine needs the room.
    expect(best('unknown')).toBeGreaterThan(0.3 * best('known'));
    expect(best('known')).toBeGreaterThan(0.3 * best('unknown'));
    await forgetFailures();
  });

  it('takes no session from outside: a planted one is not the one that opens, and an old one ends', async () => {
    const { email } = await person('fito', GOOD);
    const planted = `__Host-c7=${'P'.repeat(43)}`;
    const first = cookieOf(await enter(email, GOOD, planted));
    expect(first).not.toBe(planted);
    expect((await ask('GET', '/escritorio/clave', undefined, planted)).status).toBe(303);
    const second = cookieOf(await enter(email, GOOD, first));
    expect((await ask('GET', '/escritorio/clave', undefined, first)).status).toBe(303);
    expect((await ask('GET', '/escritorio/clave', undefined, second)).status).toBe(200);
  });

  it('keeps the form as text, whatever is written in it', async () => {
    const { text } = await enter('"><script>alert(1)</script>', 'x', '', '"><img src=x>');
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img src=x>');
    await forgetFailures();
  });
});

describe('failing to sign in', () => {
  beforeEach(forgetFailures);
  afterEach(forgetFailures);

  it('makes the sixth attempt wait, right or wrong, known or not, and each later one longer', async () => {
    const { email } = await person('gil', GOOD);
    for (const address of [email, 'nadie2@example.org']) {
      for (let n = 0; n < 5; n++) expect((await enter(address, 'otra contraseña larga')).status).toBe(422);
      const refused = await enter(address, GOOD);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(20);
      expect(refused.text).toContain('Demasiados intentos seguidos');
    }
    const passes = `UPDATE sign_in_failure SET blocked_until = now() WHERE blocked_until IS NOT NULL`;
    await test.platform.dataSource.query(passes);
    expect((await enter(email, 'otra contraseña larga')).status).toBe(422);
    expect(Number((await enter(email, GOOD)).headers.get('retry-after'))).toBeGreaterThan(50);
    await test.platform.dataSource.query(passes);
    expect((await enter(email, GOOD)).status).toBe(303);
    expect((await enter(email, 'otra contraseña larga')).status).toBe(422);
  });

  it('lets no more through when all are sent at once', async () => {
    const { email } = await person('hugo', GOOD);
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter(email, 'otra contraseña larga')));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('makes an address wait that tries many accounts', async () => {
    for (let n = 0; n < 30; n++) await enter(`cuenta${n}@example.org`, 'una de las más usadas');
    expect((await enter('otra@example.org', 'x')).status).toBe(429);
  });

  it('keeps neither e-mails nor addresses', async () => {
    await enter('secreto@example.org', 'x');
    const rows = JSON.stringify(
      await test.platform.dataSource.query(`SELECT encode(subject, 'escape') FROM sign_in_failure`),
    );
    expect(rows).not.toMatch(/secreto|127\.0\.0\.1/);
  });
});

describe('the audit trail of who did not get in', () => {
  const told = async () =>
    (await test.platform.dataSource.query(
      `SELECT subject, organisation_id AS home, detail FROM audit_event WHERE action = 'session:refuse' ORDER BY id`,
    )) as { subject: string; home: string | null; detail: object }[];

  it('tells of which account, to its organisation, and nothing that was typed', async () => {
    await forgetFailures();
    const { id, email } = await person('gilberto', GOOD);
    await enter(email, 'una clave equivocada');
    expect((await told()).at(-1)).toEqual({ subject: `account ${id}`, home: 'salud', detail: {} });
    const everything = JSON.stringify(await test.platform.dataSource.query('SELECT * FROM audit_event'));
    expect(everything).not.toMatch(/una clave equivocada|secreto@|127\.0\.0\.1/);
  });

  it('does not grow with guesses: few of an account, one a minute of those of no account', async () => {
    await forgetFailures();
    const { id, email } = await person('humberto', GOOD);
    const before = (await told()).filter(({ subject }) => subject === 'account unknown').length;
    for (let n = 0; n < 12; n++) await enter(n < 8 ? email : `nadie${n}@example.org`, 'una de las más usadas');
    const after = await told();
    expect(after.filter(({ subject }) => subject === `account ${id}`)).toHaveLength(5);
    expect(after.filter(({ subject }) => subject === 'account unknown').length - before).toBeLessThanOrEqual(1);
    expect(after.some(({ subject }) => subject === 'account unknown')).toBe(true);
    await forgetFailures();
  });
});

describe('a session', () => {
  const open = async (name: string) => cookieOf(await enter((await person(name, GOOD)).email, GOOD));
  const age = (change: string) => test.platform.dataSource.query(`UPDATE session SET ${change}`);

  it.each([
    ['is not used for half an hour', `seen_at = now() - interval '31 minutes'`, 303],
    ['was used within it', `seen_at = now() - interval '29 minutes'`, 200],
    ['is older than twelve hours, though used', `created_at = now() - interval '12 hours 1 second'`, 303],
  ])('that %s', async (what, change, status) => {
    const cookie = await open(`s-${status}-${what.length}`);
    await age(change);
    expect((await ask('GET', '/escritorio/clave', undefined, cookie)).status).toBe(status);
  });

  it('lives on while it is used', async () => {
    const cookie = await open('ines');
    await age(`seen_at = now() - interval '29 minutes'`);
    await ask('GET', '/escritorio/clave', undefined, cookie);
    const [row] = (await test.platform.dataSource.query(
      `SELECT max(seen_at) > now() - interval '5 seconds' AS fresh FROM session`,
    )) as unknown[];
    expect(row).toEqual({ fresh: true });
  });

  it('ends for good by leaving, which takes its own form', async () => {
    const cookie = await open('juan');
    const { text } = await ask('GET', '/escritorio/clave', undefined, cookie);
    expect((await ask('POST', '/escritorio/salir', {}, cookie)).status).toBe(403);
    const left = await ask('POST', '/escritorio/salir', { _csrf: csrfIn(text) }, cookie);
    expect(left.status).toBe(303);
    expect(left.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await ask('GET', '/escritorio/clave', undefined, cookie)).status).toBe(303);
  });

  it('is stored as a hash only', async () => {
    const cookie = await open('katia');
    const rows = JSON.stringify(
      await test.platform.dataSource.query('SELECT encode(hash, $1) FROM session', ['base64']),
    );
    expect(rows).not.toContain(cookie.split('=')[1]);
  });
});

describe('an invitation', () => {
  it('shows whom it is for, asks for a good password twice, works once and opens a session', async () => {
    const { id } = await person('lola');
    const token = await makeLink(test.platform.dataSource.manager, id, 'invitation');
    const path = `/escritorio/invitacion/${token}`;
    expect((await ask('GET', path)).text).toContain('lola@example.org');
    const choose = (clave: string, repetida = clave) => ask('POST', path, { clave, repetida });
    expect((await choose(GOOD, 'otra')).text).toContain('no son iguales');
    expect((await choose('corta')).text).toContain('al menos 12 caracteres');
    expect((await choose('lola@example.org 1')).text).toContain('contiene el correo');
    const taken = await choose(GOOD);
    expect(taken.status).toBe(303);
    expect((await ask('GET', '/escritorio/clave', undefined, cookieOf(taken))).status).toBe(200);
    expect(await ask('GET', path)).toMatchObject({ status: 404, text: expect.stringContaining('ya no sirve') });
    expect((await choose(`${GOOD} dos`)).status).toBe(404);
  });

  it.each(['x', 'A'.repeat(43), '../entrar', "' OR 1=1 --"])('that is made up does nothing: %s', async (token) => {
    expect((await ask('GET', `/escritorio/invitacion/${encodeURIComponent(token)}`)).status).toBe(404);
  });
});

describe('changing the password', () => {
  it('takes the current one, ends the other sessions and goes on with a new one', async () => {
    const { email } = await person('mario', GOOD);
    const other = cookieOf(await enter(email, GOOD));
    const mine = cookieOf(await enter(email, GOOD));
    const _csrf = csrfIn((await ask('GET', '/escritorio/clave', undefined, mine)).text);
    const next = 'cuatro gatos pardos';
    const change = (actual: string) =>
      ask('POST', '/escritorio/clave', { _csrf, actual, clave: next, repetida: next }, mine);
    expect(await change('no es esta')).toMatchObject({ status: 422 });
    const changed = await change(GOOD);
    expect(changed.status).toBe(303);
    for (const cookie of [other, mine])
      expect((await ask('GET', '/escritorio/clave', undefined, cookie)).status).toBe(303);
    expect((await ask('GET', '/escritorio/clave', undefined, cookieOf(changed))).status).toBe(200);
    expect((await enter(email, GOOD)).status).toBe(422);
    await forgetFailures();
  });
});

describe('the second lock', () => {
  it('answers 403, and keeps its words inside, where the first did not hold', async () => {
    const { id } = await person('nora');
    const refused = asActor(test.platform.dataSource, { kind: 'account', id }, (m) => m.query('SELECT * FROM session'));
    const error = await refused.catch((thrown: unknown) => thrown);
    const { problemOf } = await import('../../../apps/api/src/problem.filter.js');
    expect(problemOf(error, '/x')).toMatchObject({ status: 403, detail: 'El papel con que se entró no permite esto.' });
  });
});
