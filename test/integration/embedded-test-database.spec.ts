import { createTestDatabase, openTestServer } from '../../libs/database/src/embedded/test-database.js';
import { ask, connect } from './embedded-opener.js';

describe('createTestDatabase', () => {
  it('gives each its own empty database on the one server', async () => {
    const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await ask(first.url, 'CREATE TABLE mine (id int)');
    expect(await ask(second.url, "SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public'")).toBe(0);
    expect(await ask(first.url, 'SHOW unix_socket_directories')).toBe(
      await ask(second.url, 'SHOW unix_socket_directories'),
    );
    await Promise.all([first.drop(), second.drop()]);
  });

  it('removes it though somebody is still connected, and may be asked to twice', async () => {
    const { url, drop } = await createTestDatabase();
    const lingering = await connect(url);
    await drop();
    await drop();
    await expect(lingering.query('SELECT 1')).rejects.toThrow(/terminat|not queryable/);
    const { url: server } = await openTestServer();
    const name = new URL(url.replace('@/', '@host/')).pathname.slice(1);
    expect(await ask(server, `SELECT count(*)::int FROM pg_database WHERE datname = '${name}'`)).toBe(0);
  });

  it('keeps nothing safe, so that tests are fast', async () => {
    const { url } = await openTestServer();
    expect(await ask(url, 'SHOW fsync')).toBe('off');
  });
});
