import {
  type Actor,
  addAccount,
  addKey,
  addOrganisation,
  asActor,
  COMMAND_LINE,
  disableAccount,
  enableAccount,
  findLink,
  findSession,
  giveRole,
  listAccounts,
  listAudit,
  listKeys,
  makeLink,
  openSession,
  resetAccount,
  revokeKey,
  takeRole,
  useLink,
} from '#access';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addPerson, addTwoOrganisations, as } from './people.js';

let test: TestPlatform;
let administrator: Actor;
let ofSalud: Actor;

beforeAll(async () => {
  test = await openTestPlatform();
  await addTwoOrganisations(test.platform.dataSource);
  administrator = await addPerson(test.platform.dataSource, 'ana', as('administrator', null));
  ofSalud = await addPerson(test.platform.dataSource, 'beto', as('administrator', 'salud'));
});
afterAll(() => test.close());

const source = () => test.platform.dataSource;
const limits = { idleMinutes: 30, absoluteHours: 12 };
const GOOD = 'tres tristes trigales';

describe('an administrator of an organisation', () => {
  it('adds an account with a role there, whose owner chooses the password by a link', async () => {
    const token = await asActor(source(), ofSalud, async (manager) => {
      const account = { email: 'Carla@Salud.example', name: 'Carla', memberships: [as('publisher', 'salud')] };
      return makeLink(manager, await addAccount(manager, ofSalud, account), 'invitation');
    });
    expect(await findLink(source(), token)).toMatchObject({ name: 'Carla', purpose: 'invitation' });
    const session = await findSession(source(), await useLink(source(), token, GOOD), limits);
    expect(session?.actor).toMatchObject({
      name: 'Carla',
      memberships: [{ role: 'publisher', organisationId: 'salud' }],
    });
    expect(await findLink(source(), token)).toBeUndefined();
    await expect(useLink(source(), token, GOOD)).rejects.toMatchObject({ code: 'LINK_SPENT' });
  });

  it('cannot reach beyond it, whatever it asks', async () => {
    const dora = await addPerson(source(), 'dora', as('publisher', 'educacion'));
    await expect(asActor(source(), ofSalud, (m) => disableAccount(m, ofSalud, dora.id))).rejects.toMatchObject({
      code: 'ACCOUNT_UNKNOWN',
    });
    await expect(asActor(source(), ofSalud, (m) => resetAccount(m, ofSalud, dora.id))).rejects.toMatchObject({
      code: 'ACCOUNT_UNKNOWN',
    });
    await expect(
      asActor(source(), ofSalud, (m) => giveRole(m, ofSalud, dora.id, as('publisher', 'salud'))),
    ).rejects.toThrow('row-level security');
    const key = { name: 'x', organisationId: 'educacion', scopes: ['batch:read'] as const, days: 1 };
    await expect(asActor(source(), ofSalud, (m) => addKey(m, ofSalud, key))).rejects.toThrow('row-level security');
    await expect(
      asActor(source(), ofSalud, (m) => addOrganisation(m, ofSalud, { id: 'otra', name: 'Otra', kind: 'monitor' })),
    ).rejects.toThrow('row-level security');
  });
});

describe('an account', () => {
  it.each([
    ['EMAIL_INVALID', { email: 'no es correo', name: 'X' }],
    ['EMAIL_TAKEN', { email: 'ANA@example.org', name: 'X' }],
    ['NAME_MISSING', { email: 'x@example.org', name: ' ' }],
    ['ROLE_NEEDS_ORGANISATION', { email: 'y@example.org', name: 'Y', memberships: [as('publisher', null)] }],
    ['ORGANISATION_UNKNOWN', { email: 'z@example.org', name: 'Z', memberships: [as('publisher', 'nada')] }],
  ])('is refused: %s', async (code, account) => {
    const adding = source().transaction((m) => addAccount(m, COMMAND_LINE, { memberships: [], ...account }));
    await expect(adding).rejects.toMatchObject({ code, remedy: expect.any(String) });
  });

  it.each([
    ['its roles', (id: string) => source().transaction((m) => giveRole(m, COMMAND_LINE, id, as('reviewer', 'salud')))],
    [
      'a lost role',
      (id: string) => source().transaction((m) => takeRole(m, COMMAND_LINE, id, as('publisher', 'salud'))),
    ],
    ['its closing', (id: string) => source().transaction((m) => disableAccount(m, COMMAND_LINE, id))],
    ['its password', (id: string) => source().query(`UPDATE account SET password_hash = 'x' WHERE id = $1`, [id])],
  ])('has its sessions ended by a change of %s', async (what, change) => {
    const person = await addPerson(source(), `cambia-${what.replaceAll(' ', '-')}`, as('publisher', 'salud'));
    const token = await openSession(source().manager, person.id);
    expect(await findSession(source(), token, limits)).toBeDefined();
    await change(person.id);
    expect(await findSession(source(), token, limits)).toBeUndefined();
  });

  it('that is closed has no working link, and has its roles back when it is opened', async () => {
    const person = await addPerson(source(), 'gil', as('publisher', 'salud'));
    const token = await makeLink(source().manager, person.id, 'reset');
    await source().transaction((m) => disableAccount(m, COMMAND_LINE, person.id));
    expect(await findLink(source(), token)).toBeUndefined();
    await source().transaction((m) => enableAccount(m, COMMAND_LINE, person.id));
    const accounts = await listAccounts(source().manager);
    expect(accounts.find(({ id }) => id === person.id)).toMatchObject({
      disabledAt: null,
      memberships: [{ role: 'publisher', organisationId: 'salud' }],
    });
  });

  it('has one working link: a second one replaces the first, and both grow old', async () => {
    const person = await addPerson(source(), 'hugo', as('publisher', 'salud'));
    const first = await makeLink(source().manager, person.id, 'reset');
    const second = await makeLink(source().manager, person.id, 'reset');
    expect(await findLink(source(), first)).toBeUndefined();
    expect(await findLink(source(), second)).toMatchObject({ purpose: 'reset' });
    await source().query(`UPDATE account_link SET expires_at = now() WHERE account_id = $1`, [person.id]);
    expect(await findLink(source(), second)).toBeUndefined();
  });

  it('is not taken twice by a link used twice at once', async () => {
    const person = await addPerson(source(), 'ines', as('publisher', 'salud'));
    const token = await makeLink(source().manager, person.id, 'invitation');
    const uses = await Promise.allSettled([useLink(source(), token, GOOD), useLink(source(), token, `${GOOD} dos`)]);
    expect(uses.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the last administrator of the platform', () => {
  it('can neither be closed nor lose the role, even by two who remove each other at once', async () => {
    const other = await addPerson(source(), 'juan', as('administrator', null));
    const removals = await Promise.allSettled([
      asActor(source(), administrator, (m) => disableAccount(m, administrator, other.id)),
      asActor(source(), other, (m) => disableAccount(m, other, administrator.id)),
    ]);
    expect(removals.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const left = removals[0]!.status === 'fulfilled' ? administrator : other;
    const taking = asActor(source(), left, (m) => takeRole(m, left, left.id, as('administrator', null)));
    await expect(taking).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' });
    await source().query('UPDATE account SET disabled_at = NULL');
  });
});

describe('an API key', () => {
  it('is seen once, listed without its secret, and stops when it is revoked', async () => {
    const wanted = {
      name: 'el sistema de compras',
      organisationId: 'salud',
      scopes: ['batch:upload'] as const,
      days: 90,
    };
    const { id, key } = await asActor(source(), ofSalud, (m) => addKey(m, ofSalud, wanted));
    expect(key).toMatch(/^c7k_[0-9a-f]{16}_[\w-]{43}$/);
    const [stored] = (await source().query('SELECT * FROM api_key WHERE id = $1', [id])) as object[];
    expect(JSON.stringify(stored)).not.toContain(key.slice(-43));
    await asActor(source(), ofSalud, (m) => revokeKey(m, ofSalud, id));
    const [listed] = await asActor(source(), ofSalud, listKeys);
    expect(listed).toMatchObject({ id, scopes: ['batch:upload'], revokedAt: expect.any(Date) });
  });

  it.each([
    ['SCOPE_UNKNOWN', { scopes: ['user:manage'] }],
    ['SCOPE_UNKNOWN', { scopes: [] }],
    ['EXPIRY_INVALID', { days: 0 }],
    ['EXPIRY_INVALID', { days: Number.NaN }],
    ['NAME_MISSING', { name: '' }],
    ['ORGANISATION_UNKNOWN', { organisationId: 'nada' }],
  ])('is refused: %s', async (code, change) => {
    const wanted = { name: 'x', organisationId: 'salud', scopes: ['batch:read'], days: 1, ...change };
    await expect(source().transaction((m) => addKey(m, COMMAND_LINE, wanted as never))).rejects.toMatchObject({ code });
  });
});

describe('the audit trail', () => {
  it('tells an administrator what was done in the organisation, newest first, and no other', async () => {
    const lines = await asActor(source(), ofSalud, (m) => listAudit(m, { limit: 50 }));
    expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['key:revoke', 'key:add', 'account:add']));
    expect(lines.every(({ organisationId }) => organisationId === 'salud')).toBe(true);
    expect(lines.map(({ id }) => Number(id))).toEqual(lines.map(({ id }) => Number(id)).toSorted((a, b) => b - a));
    const next = await asActor(source(), ofSalud, (m) => listAudit(m, { limit: 1, before: lines[0]!.id }));
    expect(next[0]!.id).toBe(lines[1]!.id);
  });
});

describe('what is done to an account', () => {
  const trail = async (reader: Actor, id: string) => {
    const events = await asActor(source(), reader, (manager) => listAudit(manager, { limit: 200 }));
    return events.filter(({ subject }) => subject === `account ${id}`).map(({ action }) => action);
  };

  it('is told to who administers its organisation', async () => {
    const { id } = await addPerson(source(), 'elsa', as('publisher', 'salud'));
    const token = await asActor(source(), ofSalud, (manager) => resetAccount(manager, ofSalud, id));
    await useLink(source(), token, GOOD);
    await asActor(source(), ofSalud, (manager) => disableAccount(manager, ofSalud, id));
    await asActor(source(), ofSalud, (manager) => enableAccount(manager, ofSalud, id));
    expect(await trail(ofSalud, id)).toEqual(['account:enable', 'account:disable', 'password:set', 'account:reset']);
  });

  it('is told to who administers the platform where it has roles in several', async () => {
    const { id } = await addPerson(source(), 'fito', as('publisher', 'salud'), as('publisher', 'educacion'));
    await asActor(source(), administrator, (manager) => disableAccount(manager, administrator, id));
    expect(await trail(ofSalud, id)).toEqual([]);
    expect(await trail(administrator, id)).toEqual(['account:disable']);
  });
});
