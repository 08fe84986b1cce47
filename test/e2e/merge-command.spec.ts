import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleRelease } from '../example-releases.js';
import { runShell } from './c7-process.js';
import { linesOf, UNREADABLE, writeOcdsFiles } from './ocds-files.js';

let folder: string;
beforeAll(async () => {
  folder = await writeOcdsFiles();
  await writeFile(join(folder, 'later.json'), JSON.stringify(AMENDED));
  await writeFile(
    join(folder, 'dateless.json'),
    JSON.stringify([exampleRelease(2), exampleRelease(2, { id: 'x', date: 'ayer' })]),
  );
});
afterAll(() => rm(folder, { recursive: true }));

/** Takes away the title of the tender, and its documents at once. */
const AMENDED = exampleRelease(1, {
  id: 'prueba-1-2',
  date: '2026-04-01T10:00:00-06:00',
  tag: ['tenderUpdate'],
  tender: { id: 'LPL-1', status: 'complete', title: null },
});

describe('c7 merge', () => {
  it('writes one compiled release per process, whatever file each release is in', async () => {
    const { code, out, err } = await runShell(folder, 'cat later.json | $C7 merge - good.json.gz');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(linesOf(out)).toEqual([
      {
        ...exampleRelease(1),
        id: 'ocds-xs1qbl-prueba-1-2026-04-01T10:00:00-06:00',
        date: '2026-04-01T10:00:00-06:00',
        tag: ['compiled'],
        tender: { id: 'LPL-1', status: 'complete' },
      },
      expect.objectContaining({ ocid: 'ocds-xs1qbl-prueba-2', tag: ['compiled'] }),
    ]);
  });

  it('writes versioned releases, or records with both', async () => {
    const { out } = await runShell(
      folder,
      '$C7 merge --versioned later.json good.json; $C7 merge --records later.json good.json',
    );
    const [versioned, , record] = linesOf(out);
    expect(versioned).toMatchObject({
      ocid: 'ocds-xs1qbl-prueba-1',
      tender: {
        status: [
          { releaseID: 'prueba-1-1', value: 'active' },
          { releaseID: 'prueba-1-2', value: 'complete' },
        ],
      },
    });
    expect(record).toMatchObject({
      ocid: 'ocds-xs1qbl-prueba-1',
      compiledRelease: { tag: ['compiled'], tender: { status: 'complete' } },
      versionedRelease: versioned,
    });
    expect(Object.keys(record!)).toEqual(['ocid', 'releases', 'compiledRelease', 'versionedRelease']);
    expect(record!['releases']).toHaveLength(2);
  });

  it('follows the standard, or the reference on demand: an object set to null goes, or stays', async () => {
    const gone = { ...AMENDED, tender: null };
    await writeFile(join(folder, 'gone.json'), JSON.stringify(gone));
    const { out } = await runShell(
      folder,
      '$C7 merge good.json gone.json; $C7 merge --reference-compatible good.json gone.json',
    );
    const [standard, , reference] = linesOf(out);
    expect(standard).not.toHaveProperty('tender');
    expect(reference).toHaveProperty('tender');
  });

  it('tells of a process that cannot be merged, merges the others, and ends with 1', async () => {
    const { code, out, err } = await runShell(folder, '$C7 merge dateless.json windows.json');
    expect(code).toBe(1);
    expect(linesOf(out).map(({ ocid }) => ocid)).toEqual(['ocds-xs1qbl-prueba-1']);
    expect(err).toContain('ocds-xs1qbl-prueba-2: La fecha de la publicación no se entiende: "ayer".');
    expect(err).toContain('windows.json: El texto no es UTF-8');
  });

  it('names each file that it cannot read, goes on with the others, and ends with 2', async () => {
    const names = [...Object.keys(UNREADABLE), 'folder'];
    const { code, out, err } = await runShell(folder, `$C7 merge ${names.join(' ')}`);
    expect(code).toBe(2);
    for (const [name, said] of Object.entries(UNREADABLE)) expect(`\n${err}`).toContain(`\n${name}: ${said}`);
    expect(err).toContain('folder/2.json: Parece una página HTML');
    expect(linesOf(out).map(({ ocid }) => ocid)).toEqual(['ocds-xs1qbl-prueba-3', 'ocds-xs1qbl-prueba-4']);
  });

  it('explains itself', async () => {
    const { out, err } = await runShell(folder, '$C7 merge -h; $C7 merge --records --versioned x; echo $?');
    expect(out).toMatch(/^fusiona publicaciones por proceso.*\n\nUso: c7 merge ARCHIVO…[^]*\n2\n$/);
    expect(err).toMatch(/^c7: Elegir --versioned o --records\.\nUso: c7 merge/);
  });

  it('ends in silence when its reader has seen enough', async () => {
    const { out, err } = await runShell(folder, '($C7 merge many.jsonl; echo "code $?" >&2) | head -n 1');
    expect(linesOf(out)).toHaveLength(1);
    expect(err).toBe('code 0\n');
  });
});
