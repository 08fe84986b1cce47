import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '#database';
import { runShell } from './c7-process.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-config-'));
  await writeFile(join(folder, 'malo.yaml'), 'DATABASE_ULR: postgresql://c7:clave-secreta@db.example/c7\n');
  await writeFile(join(folder, 'c7.config.yaml'), 'PLATFORM_NAME: Compras de Prueba\n');
});
afterAll(() => rm(folder, { recursive: true }));

describe('c7 config check', () => {
  it('shows what each setting is worth and where it comes from', async () => {
    const { code, out } = await runShell(folder, 'HOST=0.0.0.0 $C7 config check');
    expect(code).toBe(0);
    expect(out).toMatch(/HOST +0\.0\.0\.0 +\(entorno\)/);
    expect(out).toMatch(/PLATFORM_NAME +Compras de Prueba +\(.*c7\.config\.yaml:1\)/);
    expect(out).toMatch(/REDIS_URL +— +\(sin valor\)/);
    expect(out).toContain('La configuración está bien.');
  });

  it('ends with 1 where the product would not start, and no command starts', async () => {
    const { code, out } = await runShell(folder, '$C7 --config malo.yaml config check --json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, faults: [expect.stringContaining('¿DATABASE_URL?')] });
    const started = await runShell(folder, '$C7 verify --config malo.yaml');
    expect(started).toMatchObject({ code: 2, err: expect.stringContaining('malo.yaml:1: no hay un ajuste') });
    expect(`${out}${started.out}${started.err}`).not.toContain('clave-secreta');
  });

  it('asks the servers only when told to', async () => {
    const database = await createTestDatabase();
    const nobody = 'postgresql://c7:clave-secreta@127.0.0.1:9/c7';
    expect(await runShell(folder, `DATABASE_URL='${nobody}' $C7 config check`)).toMatchObject({ code: 0 });
    const asked = await runShell(folder, `DATABASE_URL='${nobody}' $C7 config check --connect`);
    expect(asked).toMatchObject({ code: 1, out: expect.stringContaining('MAL    PostgreSQL: No se puede usar') });
    expect(`${asked.out}${asked.err}`).not.toContain('clave-secreta');
    const reached = await runShell(folder, `DATABASE_URL='${database.url}' $C7 config check --connect`);
    expect(reached).toMatchObject({ code: 0, out: expect.stringMatching(/BIEN {3}PostgreSQL: responde, versión \d+/) });
    await database.drop();
  });

  it('explains a --config without a file', async () => {
    expect(await runShell(folder, '$C7 config check --config')).toMatchObject({
      code: 2,
      err: expect.stringContaining('A la opción «--config» le falta el archivo'),
    });
  });
});
