import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProfiles } from '#publishing';
import { formOfProfile, pickProfile, type SourceRow, type TableProfile } from '#sources';
import { openSourceTables, writeFormWorkbook } from '#tables';

const folder = mkdtempSync(join(tmpdir(), 'c7-templates-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const profiles = (await loadProfiles()).filter((profile): profile is TableProfile => profile.kind === 'table');

async function headsOf(path: string): Promise<ReadonlyMap<string, readonly SourceRow[]>> {
  const tables = await openSourceTables(path);
  const heads = new Map<string, readonly SourceRow[]>();
  for (const { name, hidden } of tables.sheets) {
    const rows: SourceRow[] = [];
    for await (const row of tables.rows(name)) rows.push(row);
    if (!hidden) heads.set(name, rows.slice(0, 20));
  }
  await tables.close();
  return heads;
}

describe('the template of a profile', () => {
  it.each(profiles.map((profile) => [profile.id, profile] as const))(
    '%s is read back by that profile',
    async (id, profile) => {
      const path = join(folder, `${id}.xlsx`);
      await writeFormWorkbook(path, formOfProfile(profile));
      const picked = pickProfile(profiles, await headsOf(path));
      expect(picked.profile?.id).toBe(id);
      expect(picked.profile && [...picked.match.places.keys()].sort()).toEqual([...profile.columns.keys()].sort());
    },
  );

  it('offers the values of a code list, and says what a date looks like', () => {
    const profile = profiles.find(({ id }) => id === 'sipot-28-unified')!;
    const [main] = formOfProfile(profile).sheets;
    const column = (header: string) => main!.columns.find((one) => one.header.startsWith(header))!;
    expect(column('Tipo de procedimiento').options).toContain('Licitación pública');
    expect(column('Fecha del contrato')).toMatchObject({
      kind: 'date',
      help: expect.stringMatching('15/03/2026') as string,
    });
    expect(column('Monto total del contrato')).toMatchObject({ kind: 'money', required: true });
    expect(column('Posibles licitantes')).toMatchObject({
      kind: 'integer',
      header: expect.stringMatching(/\nTabla_1$/) as string,
    });
  });
});
