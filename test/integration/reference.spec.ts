import { type Actor, asActor, listAudit } from '#access';
import {
  asOf,
  countReference,
  editReference,
  historyOf,
  listReference,
  loadReferenceSeed,
  retireReference,
  roleHolder,
} from '#publishing';
import { newestOf, type ReferenceChange, standingOf } from '#reference';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { addPerson, addTwoOrganisations, as } from './access/people.js';

let test: TestPlatform;
let [sara, ana, rosa]: Actor[] = [];

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  await addTwoOrganisations(dataSource);
  sara = await addPerson(dataSource, 'sara', as('secretariat', null));
  ana = await addPerson(dataSource, 'ana', as('administrator', null));
  rosa = await addPerson(dataSource, 'rosa', as('reviewer', 'salud'));
});
afterAll(() => test.close());

const uma = (year: number, value: string, more: Partial<ReferenceChange> = {}): ReferenceChange => ({
  kind: 'threshold',
  key: 'uma',
  expected: 0,
  data: { name: `UMA ${year}`, type: 'uma', value },
  validFrom: `${year}-02-01`,
  validTo: `${year + 1}-01-31`,
  source: { title: `Diario Oficial inventado de ${year}` },
  reason: 'Se publicó el valor del año',
  ...more,
});

const edit = (change: ReferenceChange, by = sara!) =>
  asActor(test.platform.dataSource, by, (manager) => editReference(manager, by, change));
const history = (key = 'uma') => historyOf(test.platform.dataSource.manager, 'threshold', key);
const umaOn = async (day: string) => {
  const found = await asOf(test.platform.dataSource.manager, 'threshold', day, 'uma');
  return found.map(({ fact }) => fact.data['value']);
};

/** Until a transaction of this database waits for another one. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while (((await test.platform.dataSource.query(waiting)) as unknown[]).length === 0);
}

describe('reference data that people edit', () => {
  it('says of each day what held then', async () => {
    expect(await edit(uma(2001, '10.50'))).toEqual({ ok: true, version: 1 });
    expect(await edit(uma(2002, '11.25', { expected: 1 }), ana)).toEqual({ ok: true, version: 2 });
    expect(await umaOn('2001-01-31')).toEqual([]);
    expect(await umaOn('2001-02-01')).toEqual(['10.50']);
    expect(await umaOn('2002-01-31')).toEqual(['10.50']);
    expect(await umaOn('2002-02-01')).toEqual(['11.25']);
  });

  it('keeps what it said before, with who changed it and why', async () => {
    const put = uma(2001, '10.51', { expected: 2, replaces: 1, reason: 'El valor estaba mal copiado' });
    expect(await edit(put)).toEqual({ ok: true, version: 3 });
    expect(await umaOn('2001-06-01')).toEqual(['10.51']);
    const told = (await history()).map(({ version, replaces, fact, reason, by }) => [
      version,
      replaces,
      fact?.data['value'],
      reason,
      by.name,
    ]);
    expect(told).toEqual([
      [1, [], '10.50', 'Se publicó el valor del año', 'sara'],
      [2, [], '11.25', 'Se publicó el valor del año', 'ana'],
      [3, [1], '10.51', 'El valor estaba mal copiado', 'sara'],
    ]);
  });

  it('leaves a trace of each change', async () => {
    const trail = await asActor(test.platform.dataSource, ana!, (manager) => listAudit(manager, { limit: 1 }));
    expect(trail).toMatchObject([
      {
        actorName: 'sara',
        action: 'reference:edit',
        subject: 'threshold uma',
        detail: { version: 3, replaces: [1], reason: 'El valor estaba mal copiado' },
      },
    ]);
  });

  it('lets one of two editors of the same entry through, and tells the other one', async () => {
    const { dataSource } = test.platform;
    let second: ReturnType<typeof edit>;
    const first = await asActor(dataSource, sara!, async (manager) => {
      const outcome = await editReference(manager, sara!, uma(2003, '12.00', { expected: 3 }));
      second = edit(uma(2004, '13.00', { expected: 3 }), ana);
      await untilSomebodyWaits();
      return outcome;
    });
    expect(first).toEqual({ ok: true, version: 4 });
    expect(await second!).toMatchObject({ ok: false, faults: [{ code: 'CHANGED', field: '' }] });
    expect((await history()).map(({ by, version }) => [version, by.name]).at(-1)).toEqual([4, 'sara']);
  });

  it('tells who saw an older version, and takes nothing', async () => {
    expect(await edit(uma(2005, '14.00', { expected: 3 }))).toMatchObject({ ok: false, faults: [{ code: 'CHANGED' }] });
    expect(newestOf(await history())).toBe(4);
  });

  it('lets two times of one entry never overlap', async () => {
    const outcome = await edit(uma(2001, '10.00', { expected: 4 }));
    expect(outcome).toMatchObject({ ok: false, faults: [{ code: 'OVERLAP', field: 'validFrom' }] });
  });

  it('retires one time, or the whole entry, and can begin again', async () => {
    const by = ana!;
    const retire = (expected: number, replaces?: number) =>
      asActor(test.platform.dataSource, by, (manager) =>
        retireReference(manager, by, { kind: 'threshold', key: 'uma', expected, replaces, reason: 'No procede' }),
      );
    expect(await retire(4, 2)).toEqual({ ok: true, version: 5 });
    expect(await umaOn('2002-06-01')).toEqual([]);
    expect(await umaOn('2001-06-01')).toEqual(['10.51']);
    expect(await retire(5)).toEqual({ ok: true, version: 6 });
    expect(standingOf(await history())).toEqual([]);
    expect(await retire(6)).toMatchObject({ ok: false, faults: [{ code: 'NOT_STANDING' }] });
    expect(await edit(uma(2001, '10.52', { expected: 6 }))).toEqual({ ok: true, version: 7 });
    expect(await umaOn('2001-06-01')).toEqual(['10.52']);
  });
});

describe('who may edit reference data', () => {
  const change = uma(2010, '20.00', { key: 'otra' });

  it('is refused to whoever governs one organisation only', async () => {
    const single = await addPerson(test.platform.dataSource, 'sola', as('administrator', 'salud'));
    for (const by of [rosa!, single]) await expect(edit(change, by)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is held by the store too, where the policy would have been passed by', async () => {
    const forged = { ...rosa!, memberships: sara!.memberships };
    await expect(edit(change, forged)).rejects.toThrow(/row-level security/);
    await expect(
      asActor(test.platform.dataSource, sara!, (manager) => editReference(manager, { ...ana! }, change)),
    ).rejects.toThrow(/row-level security/);
    expect(await history('otra')).toEqual([]);
  });

  it('can be read by everybody', async () => {
    const seen = await asActor(test.platform.dataSource, rosa!, (manager) =>
      roleHolder(manager, 'monitor', '2018-01-01'),
    );
    expect(seen).toMatchObject({ acronym: 'ITEI' });
  });

  it('lets nobody change or remove a version, not even the owner of the store', async () => {
    const { dataSource } = test.platform;
    for (const sql of [
      `UPDATE reference_version SET reason = 'x'`,
      'DELETE FROM reference_version',
      'TRUNCATE reference_version',
    ])
      await expect(dataSource.query(sql)).rejects.toThrow(/only grows/);
  });
});

describe('the reference data that comes with the platform', () => {
  it('names the monitor of each day', async () => {
    const { manager } = test.platform.dataSource;
    const nameOn = async (day: string) => (await roleHolder(manager, 'monitor', day))?.['name'];
    expect(await nameOn('2026-01-15')).toMatch(/^Instituto de Transparencia, /);
    expect(await nameOn('2026-01-16')).toBe('Contraloría del Estado');
    expect(await roleHolder(manager, 'nadie', '2026-01-16')).toBeUndefined();
  });

  it('has the bodies of the list of 2022, laws, limits and periods', async () => {
    expect(await countReference(test.platform.dataSource.manager)).toEqual({
      legal: 16,
      threshold: 4,
      body: 432,
      role: 1,
      calendar: 7,
    });
  });

  it('is found with accents and without', async () => {
    const { manager } = test.platform.dataSource;
    const find = async (query: string) =>
      (await listReference(manager, 'body', { query, limit: 50 })).map(({ key }) => key);
    expect(await find('DIF Municipal de Tlajomulco de Zúñiga')).toEqual(['dif-municipal-de-tlajomulco-de-zuniga']);
    expect(await find('dif municipal de tlajomulco de zuniga')).toEqual(['dif-municipal-de-tlajomulco-de-zuniga']);
    expect(await find("%' OR 1=1")).toEqual([]);
  });

  it('goes on from page to page without skipping or repeating', async () => {
    const { manager } = test.platform.dataSource;
    const keys: string[] = [];
    let after: { key: string; version: number } | undefined;
    do {
      const page = await listReference(manager, 'body', { after, limit: 100 });
      keys.push(...page.map(({ key }) => key));
      after = page.at(-1);
    } while (after);
    expect([keys.length, new Set(keys).size]).toEqual([432, 432]);
  });

  it('is taken in once, whoever starts meanwhile', async () => {
    const { dataSource } = test.platform;
    expect(await loadReferenceSeed(dataSource)).toBe(0);
    await dataSource.query('DELETE FROM reference_seed');
    expect(await Promise.all([loadReferenceSeed(dataSource), loadReferenceSeed(dataSource)])).toEqual([0, 0]);
  });

  it('never undoes what people edited or retired', async () => {
    const { dataSource } = test.platform;
    const [body] = await historyOf(dataSource.manager, 'body', 'programa-caracol');
    const [law] = await historyOf(dataSource.manager, 'legal', 'ley-obra-publica');
    const renamed = { ...body!.fact!, data: { name: 'Programa Caracol renombrado' } };
    const common = { expected: 1, replaces: 1, reason: 'Cambió de nombre' };
    await edit({ ...renamed, kind: 'body', key: 'programa-caracol', ...common });
    await asActor(dataSource, sara!, (manager) =>
      retireReference(manager, sara!, { kind: 'legal', key: law!.key, ...common }),
    );
    await dataSource.query('DELETE FROM reference_seed');
    expect(await loadReferenceSeed(dataSource)).toBe(0);
    const standing = standingOf(await historyOf(dataSource.manager, 'body', 'programa-caracol'));
    expect(standing.map(({ fact }) => fact.data)).toEqual([{ name: 'Programa Caracol renombrado' }]);
    expect(await asOf(dataSource.manager, 'legal', '2026-01-01', law!.key)).toEqual([]);
  });
});
