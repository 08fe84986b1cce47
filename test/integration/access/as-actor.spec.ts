import { asActor, asSystemWithin, recordAudit, type Actor } from '#access';
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

const run = <Row>(actor: Pick<Actor, 'kind' | 'id'>, sql: string, values: unknown[] = []) =>
  asActor(test.platform.dataSource, actor, (manager) => manager.query(sql, values) as Promise<Row[]>);

describe('work on behalf of an actor', () => {
  it('runs as a role that passes no rule by, and leaves the connection as it was', async () => {
    const told = `SELECT current_user AS role, current_setting('c7.actor', true) AS actor`;
    expect(await run(ofSalud, told)).toEqual([{ role: 'c7_desk', actor: `account:${ofSalud.id}` }]);
    const [after] = (await test.platform.dataSource.query(told)) as { role: string; actor: string }[];
    expect(after).toMatchObject({ role: 'c7' });
    expect(after!.actor ?? '').toBe('');
    const [role] = (await test.platform.dataSource.query(
      `SELECT rolcanlogin, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'c7_desk'`,
    )) as unknown[];
    expect(role).toEqual({ rolcanlogin: false, rolsuper: false, rolbypassrls: false });
  });

  it('sees the accounts of its own organisation, and no hash of any password', async () => {
    await addPerson(test.platform.dataSource, 'carla', as('publisher', 'salud'));
    await addPerson(test.platform.dataSource, 'dora', as('publisher', 'educacion'));
    const seen = await run<{ name: string }>(ofSalud, 'SELECT name FROM account ORDER BY name');
    expect(seen.map(({ name }) => name)).toEqual(['beto', 'carla']);
    expect(await run(administrator, 'SELECT name FROM account')).toHaveLength(4);
    await expect(run(administrator, 'SELECT password_hash FROM account')).rejects.toThrow('permission denied');
  });

  it('gains nothing from the name of somebody who is disabled, unknown or not an id at all', async () => {
    const gone = await addPerson(test.platform.dataSource, 'eva', as('administrator', null));
    await test.platform.dataSource.query('UPDATE account SET disabled_at = now() WHERE id = $1', [gone.id]);
    for (const id of [gone.id, 'nadie', '', `x' OR '1'='1`])
      expect(await run({ kind: 'account', id }, `SELECT name FROM account WHERE id <> '${gone.id}'`)).toEqual([]);
  });

  it.each([
    ['a role over the platform', 'administrator', null],
    ['a role in another organisation', 'publisher', 'educacion'],
  ])('cannot give %s', async (_, role, organisation) => {
    const given = `INSERT INTO membership (account_id, role, organisation_id) VALUES ($1, $2, $3)`;
    await expect(run(ofSalud, given, [ofSalud.id, role, organisation])).rejects.toThrow('row-level security');
  });

  it('does not govern an account that works elsewhere too', async () => {
    const both = await addPerson(test.platform.dataSource, 'fito', as('publisher', 'salud'), as('administrator', null));
    const disable =
      'WITH done AS (UPDATE account SET disabled_at = now() WHERE id = $1 RETURNING 1) SELECT * FROM done';
    expect(await run(ofSalud, disable, [both.id])).toEqual([]);
    const link = `INSERT INTO account_link VALUES ('\\x00', $1, 'reset', now() + interval '1 day')`;
    await expect(run(ofSalud, link, [both.id])).rejects.toThrow('row-level security');
    expect(await run(administrator, disable, [both.id])).toHaveLength(1);
  });

  it('adds to the audit trail under its own name only; nobody rewrites it', async () => {
    const entry = { action: 'user:manage', subject: 'account x', organisationId: 'salud' };
    await asActor(test.platform.dataSource, ofSalud, (manager) => recordAudit(manager, ofSalud, entry));
    expect(await run(ofSalud, 'SELECT action, actor_name FROM audit_event')).toEqual([
      { action: 'user:manage', actor_name: 'beto' },
    ]);
    await expect(
      asActor(test.platform.dataSource, ofSalud, (manager) => recordAudit(manager, administrator, entry)),
    ).rejects.toThrow('row-level security');
    for (const change of [
      'UPDATE audit_event SET actor_name = NULL',
      'DELETE FROM audit_event',
      'TRUNCATE audit_event',
    ])
      await expect(test.platform.dataSource.query(change)).rejects.toThrow('audit_event only grows');
  });

  it('may do a checked part as the system, and goes on as the actor', async () => {
    const roles = await asActor(test.platform.dataSource, ofSalud, async (manager) => {
      const role = async () => ((await manager.query('SELECT current_user AS role')) as { role: string }[])[0]!.role;
      return [await role(), await asSystemWithin(manager, role), await role()];
    });
    expect(roles).toEqual(['c7_desk', 'c7', 'c7_desk']);
  });
});

describe('an organisation', () => {
  it('is made with each publisher, and is renamed with it', async () => {
    const { dataSource } = test.platform;
    await dataSource.query(`UPDATE publisher SET name = 'Salud Jalisco' WHERE id = 'salud'`);
    expect(
      await dataSource.query(`SELECT id, name, kind FROM organisation WHERE id IN ('demo', 'salud') ORDER BY id`),
    ).toEqual([
      { id: 'demo', name: 'Datos de demostración', kind: 'publisher' },
      { id: 'salud', name: 'Salud Jalisco', kind: 'publisher' },
    ]);
  });
});
