import { readTracker, reportProgress, reviewReport, type TrackingDependencies, verifyTracker } from '#tracking';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addCast, addMilestone, type Cast, dependenciesAt, done, PLAN } from './people.js';

let test: TestPlatform;
let tracking: TrackingDependencies;
let cast: Cast;
let milestone: string;

beforeAll(async () => {
  test = await openTestPlatform();
  cast = await addCast(test.platform.dataSource);
  tracking = dependenciesAt(test.platform, { day: '2026-03-02' });
  milestone = await addMilestone(tracking, cast);
  const told = { plan: PLAN, milestone, level: 'sustancial', text: 'Casi todo.' };
  const { report } = await done(reportProgress(tracking, cast.implementer, told));
  await done(reviewReport(tracking, cast.counterpart, { plan: PLAN, report, verdict: 'accepted' }));
});
afterAll(() => test.close());

const faults = async (published?: Parameters<typeof verifyTracker>[1]) =>
  (await verifyTracker(test.platform.dataSource, published)).flatMap((check) => check.faults);

/** Does something as the owner of the server with every trigger off, looks, and takes it back. */
async function tampered(sql: string, published?: Parameters<typeof verifyTracker>[1]): Promise<readonly string[]> {
  const { dataSource } = test.platform;
  const tables = ['tracker_event', 'tracker_head', 'tracker_record', 'tracker_report', 'tracker_milestone'];
  for (const table of tables) await dataSource.query(`CREATE TABLE kept_${table} AS TABLE ${table}`);
  const off = async (statements: readonly string[]) => {
    await dataSource.transaction(async (manager) => {
      await manager.query(`SET LOCAL session_replication_role = 'replica'`);
      for (const statement of statements) await manager.query(statement);
    });
  };
  await off([sql]);
  const found = await faults(published);
  await off(
    tables.flatMap((table) => [
      `DELETE FROM ${table}`,
      `INSERT INTO ${table} SELECT * FROM kept_${table}`,
      `DROP TABLE kept_${table}`,
    ]),
  );
  return found;
}

describe('a log that nobody touched', () => {
  it('is whole', async () => {
    expect(await faults()).toEqual([]);
    expect(await tampered('SELECT 1')).toEqual([]);
  });
});

describe('whoever gets around every trigger', () => {
  it('is found out by the first line that they altered, removed or cut off', async () => {
    const { log } = (await readTracker(test.platform.dataSource, PLAN))!;
    const { seq, hash } = log.at(-1)!;
    const at = `plan_id = '${PLAN}'`;
    expect(await tampered(`UPDATE tracker_event SET reason = 'otra' WHERE ${at} AND seq = 3`)).toContain(
      `${PLAN}: Se alteró la línea 3.`,
    );
    expect(await tampered(`UPDATE tracker_event SET actor = 'nadie' WHERE ${at} AND seq = ${seq}`)).toContain(
      `${PLAN}: Se alteró la línea ${seq}.`,
    );
    expect(await tampered(`DELETE FROM tracker_event WHERE ${at} AND seq = 2`)).toContain(
      `${PLAN}: Faltan líneas antes de la 3.`,
    );
    expect(await tampered(`DELETE FROM tracker_event WHERE ${at} AND seq >= ${seq - 1}`)).toContain(
      `${PLAN}: Se cortaron las líneas desde la ${seq - 1}.`,
    );
    const rehashed = `UPDATE tracker_event e SET reason = 'otra', hash = (SELECT tracker_line_hash(t) FROM (
      SELECT (jsonb_populate_record(e, '{"reason": "otra"}')).*) t) WHERE ${at} AND seq = 3`;
    expect(await tampered(rehashed)).toContain(`${PLAN}: No sigue a la línea anterior la 4.`);
    const cut = `WITH gone AS (DELETE FROM tracker_event WHERE ${at} AND seq = ${seq})
      UPDATE tracker_head SET seq = ${seq - 1}, hash = '${log.at(-2)!.hash}' WHERE ${at}`;
    const published = new Map([[PLAN, { seq, hash }]]);
    expect((await tampered(cut)).filter((fault) => fault.includes('cortaron'))).toEqual([]);
    expect(await tampered(cut, published)).toContain(`${PLAN}: Se cortaron las líneas desde la ${seq}.`);
  });

  it('is found out by what the log tells of the state, the report or the fact', async () => {
    expect(await tampered(`UPDATE tracker_milestone SET state = 'verificada' WHERE id = '${milestone}'`)).toEqual([
      `${PLAN} ${milestone}: está en «verificada», y su registro dice «en_proceso»`,
    ]);
    expect(await tampered(`UPDATE tracker_report SET text = 'Todo.'`)).toEqual([expect.stringContaining('se alteró')]);
    const retitled = `UPDATE tracker_record SET body = replace(body::text, 'Portal publicado', 'Otro')::json WHERE id = '${milestone}'`;
    expect(await tampered(retitled)).toEqual([`${PLAN} ${milestone}: se alteró`]);
    const seed = `UPDATE tracker_record SET body = replace(body::text, 'Brecha salarial', 'Otra')::json WHERE id = 'c2'`;
    expect(await tampered(seed)).toEqual([`${PLAN}: la semilla se alteró`]);
  });
});
