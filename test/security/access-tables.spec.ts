import type { EntityManager } from 'typeorm';
import { type Actor, asActor, KEY_SCOPES, PLATFORM_ROLES, ROLES } from '#access';
import { findPublisher, ingestFile } from '#publishing';
import { addApiKey } from '../api-key.js';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { addPerson, addTwoOrganisations, as } from '../integration/access/people.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';
import { DESK_TABLES, OVER_ALL } from './desk-tables.js';

interface Granted {
  readonly table: string;
  readonly guarded: boolean;
  readonly privileges: readonly string[];
}

/** Every table of ours that the desk's role has any right to, in whatever schema, by whatever way. */
const GRANTED = `
SELECT c.oid::regclass::text AS table, c.relrowsecurity AS guarded,
       ARRAY(SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
              WHERE has_table_privilege('c7_desk', c.oid, p)
                 OR (p NOT IN ('DELETE', 'TRUNCATE') AND has_any_column_privilege('c7_desk', c.oid, p))) AS privileges
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
 ORDER BY 1`;

let test: TestPlatform;
let granted: readonly Granted[];
/** Who hold a role over the platform that lets them do something everywhere. */
const overAll: [string, Actor][] = [];
const actors: [string, Actor, readonly string[]][] = [];

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  await addTwoOrganisations(dataSource);
  for (const [ocid, id] of [
    ['ocds-aaaaaa-1', 'salud'],
    ['ocds-bbbbbb-1', 'educacion'],
  ] as const) {
    const path = await writeInput(examplePackage([{ ...(exampleRelease(1) as object), ocid }]));
    const publisher = await findPublisher(dataSource, id);
    await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
  }
  for (const role of ROLES)
    actors.push([`${role} of salud`, await addPerson(dataSource, `${role}-salud`, as(role, 'salud')), ['salud']]);
  for (const role of ROLES) await addPerson(dataSource, `${role}-educacion`, as(role, 'educacion'));
  for (const role of PLATFORM_ROLES)
    overAll.push([role, await addPerson(dataSource, `${role}-de-todo`, as(role, null))]);
  actors.push(['a key of salud', await actorOfKey('salud'), ['salud']]);
  actors.push(['a key that was revoked', await actorOfKey('salud', 'revoked_at = now()'), []]);
  actors.push(['a key that expired', await actorOfKey('salud', `expires_at = now() - interval '1 s'`), []]);
  actors.push(['somebody without a role', await addPerson(dataSource, 'nadie'), []]);
  actors.push(['an account that does not exist', { kind: 'account', id: 'x', name: 'x', memberships: [] }, []]);
  granted = ((await dataSource.query(GRANTED)) as Granted[]).filter(({ privileges }) => privileges.length > 0);
  for (const [name, { sample }] of Object.entries(DESK_TABLES))
    if (sample && (await exists(name))) for (const id of ['salud', 'educacion']) await dataSource.query(sample, [id]);
});
afterAll(() => test.close());

async function actorOfKey(organisationId: string, ends = 'revoked_at = NULL'): Promise<Actor> {
  const { dataSource } = test.platform;
  const [, id] = (await addApiKey(dataSource, organisationId, KEY_SCOPES)).split('_');
  await dataSource.query(`UPDATE api_key SET ${ends} WHERE id = $1`, [id]);
  return { kind: 'key', id: id!, name: 'Sistema', memberships: [as('publisher', organisationId)], scopes: KEY_SCOPES };
}

async function exists(table: string): Promise<boolean> {
  const [row] = (await test.platform.dataSource.query('SELECT to_regclass($1) AS found', [table])) as {
    found: unknown;
  }[];
  return row!.found !== null;
}

describe('the desk’s role', () => {
  it('reaches no table but those that the walk knows, each under row rules', () => {
    const bare = granted.filter(({ table, guarded }) => !guarded || !DESK_TABLES[table]).map(({ table }) => table);
    expect(bare).toEqual([]);
    expect(granted.filter(({ privileges }) => privileges.includes('TRUNCATE'))).toEqual([]);
  });

  it('reaches none of the secrets, sessions and queues at all', async () => {
    const open = granted.map(({ table }) => table);
    for (const closed of ['secret', 'session', 'sign_in_failure', 'store_migration', 'change_head', 'queue.outbox'])
      expect(open).not.toContain(closed);
    const [bullmq] = (await test.platform.dataSource.query(
      `SELECT has_schema_privilege('c7_desk', 'bullmq', 'USAGE') AS open`,
    )) as { open: boolean }[];
    expect(bullmq).toEqual({ open: false });
  });

  it('has rows of two organisations to be kept from, in every table', async () => {
    for (const { table } of granted) {
      const { organisation } = DESK_TABLES[table]!;
      if (organisation === null) continue;
      const found = (await test.platform.dataSource.query(
        `SELECT DISTINCT ${organisation} AS id FROM ${table} t WHERE ${organisation} IN ('salud', 'educacion') ORDER BY 1`,
      )) as { id: string }[];
      expect([table, found.map(({ id }) => id)]).toEqual([table, ['educacion', 'salud']]);
    }
  });

  it('sees, changes, removes and adds nothing of another organisation, as whoever it works for', async () => {
    const broken: string[] = [];
    for (const [who, actor, own] of actors)
      for (const one of granted) broken.push(...(await attempts(one, actor, own)).map((what) => `${who}: ${what}`));
    expect(broken).toEqual([]);
  });

  it('of somebody whose role reaches over the platform sees and does there what the role is for, and no more', async () => {
    for (const [role, actor] of overAll) {
      const found: string[] = [];
      for (const one of granted) found.push(...(await attempts(one, actor, [])));
      expect([role, found.toSorted()]).toEqual([role, OVER_ALL[role]]);
    }
  });
});

/** What succeeded that should not have. Every attempt is rolled back. */
async function attempts({ table, privileges }: Granted, actor: Actor, own: readonly string[]): Promise<string[]> {
  const { organisation } = DESK_TABLES[table]!;
  const list = own.map((id) => `'${id}'`).join();
  const self = table === 'account' ? 't.id' : table === 'membership' ? 't.account_id' : `''`;
  const others =
    organisation === null
      ? 'true'
      : `coalesce(${organisation}, '') <> ALL (ARRAY[${list}]::text[]) AND ${self} <> '${actor.id}'`;
  const foreign = await count(table, others);
  const mine = (await count(table, 'true')) - foreign;
  const broken: string[] = [];
  // By number: a row's own columns may be hidden from who may know that it is there.
  if (organisation !== null && (await visible(actor, table)) > mine) broken.push(`sees ${table}`);
  const [column] = await changeable(table);
  if (privileges.includes('UPDATE') && column) {
    const change = (manager: EntityManager) => manager.query(`UPDATE ${table} t SET ${column} = t.${column}`);
    const [, changed] = ((await within(actor, change)) ?? [[], 0]) as [unknown, number];
    if (changed > mine) broken.push(`changes ${table}`);
  }
  if (privileges.includes('DELETE')) {
    const left = await within(actor, async (manager) => {
      await manager.query(`DELETE FROM ${table}`);
      await manager.query(`SELECT set_config('role', 'none', true)`);
      return count(table, others, manager);
    });
    if (left !== undefined && left < foreign) broken.push(`removes from ${table}`);
  }
  if (privileges.includes('INSERT') && foreign > 0 && (await addsForeign(table, others, actor)))
    broken.push(`adds to ${table}`);
  return broken;
}

/** As the owner sees it. */
async function count(table: string, condition: string, manager = test.platform.dataSource.manager): Promise<number> {
  const rows = await manager.query(`SELECT count(*)::int AS n FROM ${table} t WHERE ${condition}`);
  return (rows as { n: number }[])[0]!.n;
}

async function visible(actor: Actor, table: string): Promise<number> {
  const rows = await within(
    actor,
    (manager) => manager.query(`SELECT count(*)::int AS n FROM ${table}`) as Promise<{ n: number }[]>,
  );
  return rows?.[0]?.n ?? 0;
}

async function changeable(table: string): Promise<readonly string[]> {
  const rows = (await test.platform.dataSource.query(
    `SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
        AND has_column_privilege('c7_desk', attrelid, attnum, 'UPDATE') AND has_column_privilege('c7_desk', attrelid, attnum, 'SELECT')`,
    [table],
  )) as { attname: string }[];
  return rows.map(({ attname }) => attname);
}

/** Puts a row of another organisation back in after the owner took it out: only the row rules can object. */
async function addsForeign(table: string, others: string, actor: Actor): Promise<boolean> {
  const { dataSource } = test.platform;
  let added = false;
  await dataSource
    .transaction(async (manager) => {
      const columns = (await manager.query(
        `SELECT string_agg(quote_ident(attname), ', ') AS list FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0
          AND NOT attisdropped AND attgenerated = '' AND has_column_privilege('c7_desk', attrelid, attnum, 'INSERT')`,
        [table],
      )) as { list: string }[];
      await manager.query(
        `CREATE TEMP TABLE foreign_row ON COMMIT DROP AS SELECT * FROM ${table} t WHERE ${others} LIMIT 1`,
      );
      await manager.query('GRANT SELECT ON foreign_row TO c7_desk');
      await manager.query(`SELECT set_config('role', 'c7_desk', true), set_config('c7.actor', $1, true)`, [
        `${actor.kind}:${actor.id}`,
      ]);
      const list = columns[0]!.list;
      try {
        await manager.query(`INSERT INTO ${table} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM foreign_row`);
        added = true;
      } catch (error) {
        // The rule is asked before any key is looked at: another complaint means that the rule let the row through.
        added = (error as { code?: string }).code !== '42501';
      }
      throw new RollBack();
    })
    .catch(ignoreRollBack);
  return added;
}

class RollBack extends Error {}

function ignoreRollBack(error: unknown): undefined {
  if (!(error instanceof RollBack)) throw error;
  return undefined;
}

/** Work as an actor that is undone; `undefined` when the store refused it. */
async function within<Result>(
  actor: Actor,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result | undefined> {
  let result: Result | undefined;
  await asActor(test.platform.dataSource, actor, async (manager) => {
    result = await work(manager);
    throw new RollBack();
  }).catch((error: unknown) => {
    if (!(error instanceof RollBack) && (error as { code?: string }).code !== '42501') throw error;
  });
  return result;
}
