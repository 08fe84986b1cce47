import { type Actor, asActor } from '#access';
import { type ConnectorKind, type NewConnector } from '#connectors';
import { mayUse } from '../../../apps/portal/src/desk/controllers/may-use-source.js';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addPerson, addTwoOrganisations, as } from './people.js';

let test: TestPlatform;
let administrator: Actor;
let reviewer: Actor;
let stranger: Actor;

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  await addTwoOrganisations(dataSource);
  administrator = await addPerson(dataSource, 'ana', as('administrator', null));
  reviewer = await addPerson(dataSource, 'beto', as('reviewer', 'salud'));
  stranger = await addPerson(dataSource, 'carla', as('reviewer', 'educacion'));
  await dataSource.query(`
    INSERT INTO record (ocid, publisher_id) VALUES ('ocds-aaaaaa-1', 'salud');
    INSERT INTO process (ocid, publisher_id, stage, suppliers, release_count, names, body)
      VALUES ('ocds-aaaaaa-1', 'salud', 'tender', '{}', 1, '', '');
    INSERT INTO connector (id, kind, publisher_id, config, every_seconds, tolerance_seconds)
      VALUES ('salud-csv', 'http', 'salud', '{}', 60, 60);
    INSERT INTO connector_run (connector_id, trigger, outcome, ended_at) VALUES ('salud-csv', 'person', 'done', now());`);
});
afterAll(() => test.close());

const run = <Row>(actor: Actor, sql: string) =>
  asActor(test.platform.dataSource, actor, (manager) => manager.query(sql) as Promise<Row[]>);

describe('what the desk sees of the store', () => {
  it.each(['record', 'process', 'connector', 'connector_run'])('is the %s of its own organisations', async (table) => {
    expect(await run(reviewer, `SELECT * FROM ${table}`)).toHaveLength(1);
    expect(await run(administrator, `SELECT * FROM ${table}`)).toHaveLength(1);
    expect(await run(stranger, `SELECT * FROM ${table}`)).toEqual([]);
  });

  it.each(['source_file', 'source_file_chunk', 'mapped_process'])('is nothing of %s', async (table) => {
    await expect(run(administrator, `SELECT * FROM ${table}`)).rejects.toThrow('permission denied');
  });

  it.each(['record', 'release', 'process', 'connector'])('cannot be written to %s by anybody', async (table) => {
    await expect(run(administrator, `DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    await expect(run(reviewer, `UPDATE ${table} SET publisher_id = 'educacion'`)).rejects.toThrow('permission denied');
  });
});

describe('the settings of a publisher', () => {
  it('are changed by its own reviewers', async () => {
    const rename = (actor: Actor) =>
      run(
        actor,
        `WITH done AS (UPDATE publisher SET uri = 'https://salud.example' WHERE id = 'salud' RETURNING 1) SELECT * FROM done`,
      );
    expect(await rename(reviewer)).toHaveLength(1);
    expect(await rename(stranger)).toEqual([]);
  });

  it('keep the prefix that a process has, whoever asks', async () => {
    const change = `UPDATE publisher SET ocid_prefix = 'ocds-zzzzzz' WHERE id = 'salud'`;
    await expect(run(administrator, change)).rejects.toThrow('is in use');
    await expect(test.platform.dataSource.query(change)).rejects.toThrow('is in use');
  });

  it('take a prefix that was not used from the administrators of the platform only', async () => {
    const change = `UPDATE publisher SET ocid_prefix = 'ocds-cccccc' WHERE id = 'educacion'`;
    await expect(run(stranger, change)).rejects.toThrow('only administrators');
    await run(administrator, change);
    const [row] = await run<{ prefix: string }>(stranger, 'SELECT ocid_prefix AS prefix FROM publisher');
    expect(row).toEqual({ prefix: 'ocds-cccccc' });
  });
});

describe('a source at the desk', () => {
  const reads = (kind: ConnectorKind, config: object) =>
    ({ kind, config }) as unknown as Pick<NewConnector, 'kind' | 'config'>;

  it('that reaches into the machine or uses a secret is for administrators of the platform', () => {
    const secret = reads('http', { url: 'https://a.example', tokenEnv: 'C7_SECRET_A' });
    for (const source of [reads('folder', { path: '/etc' }), reads('sftp', { host: 'a.example' }), secret]) {
      expect(mayUse(reviewer, source)).toBe(false);
      expect(mayUse(administrator, source)).toBe(true);
    }
    expect(mayUse(reviewer, reads('http', { url: 'https://a.example' }))).toBe(true);
  });
});
