import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runShell } from './c7-process.js';
import { linesOf, UNREADABLE, writeOcdsFiles } from './ocds-files.js';

let folder: string;
beforeAll(async () => {
  folder = await writeOcdsFiles();
});
afterAll(() => rm(folder, { recursive: true }));

const csv = async (...path: readonly string[]) => (await readFile(join(folder, ...path), 'utf8')).split('\r\n');

describe('c7 flatten', () => {
  it('writes the tables of several inputs, one of them from a pipe, and says what they have', async () => {
    const { code, out, err } = await runShell(folder, 'cat good.json.gz | $C7 flatten - windows.json --out tables');
    expect(code).toBe(0);
    expect(out).toBe('procesos: 3 filas, 8 columnas\n');
    expect(err).toMatch(/^windows\.json: El texto no es UTF-8.*\n$/);
    expect((await readdir(join(folder, 'tables'))).sort()).toEqual(['datapackage.json', 'procesos.csv']);
    const [heading, ...rows] = await csv('tables', 'procesos.csv');
    expect(heading).toMatch(/^\uFEFF/);
    expect(rows.filter((row) => row.includes('Licitación de computadoras número'))).toHaveLength(3);
  });

  it('writes a report object with --json, workbooks and Parquet', async () => {
    const { code, out, err } = await runShell(
      folder,
      '$C7 flatten good.json --out book --to xlsx --json && $C7 flatten good.json --out parquet --to parquet --tables path --json',
    );
    expect([code, err]).toEqual([0, '']);
    const report = { releases: 2, tables: [{ name: 'procesos', rows: 2, columns: 8 }], cutTexts: 0 };
    expect(linesOf(out)).toEqual([
      { ...report, files: [expect.stringMatching(/\.xlsx$/)] },
      { ...report, files: ['procesos.parquet'] },
    ]);
    expect(await readdir(join(folder, 'book'))).toHaveLength(2);
  });

  it('names each file that it cannot read, and then writes no table at all', async () => {
    const names = [...Object.keys(UNREADABLE), 'cut.json', 'folder', 'good.json'];
    const { code, out, err } = await runShell(folder, `$C7 flatten ${names.join(' ')} --out none`);
    expect([code, out]).toEqual([2, '']);
    for (const [name, said] of Object.entries(UNREADABLE)) expect(`\n${err}`).toContain(`\n${name}: ${said}`);
    expect(err).toContain('\ncut.json: El archivo está cortado');
    expect(err).toContain('\nfolder/2.json: Parece una página HTML');
    expect(err).toMatch(/\nc7: No se escribió ninguna tabla\. Corregir o quitar lo que no se pudo leer\.\n$/);
    await expect(readdir(join(folder, 'none'))).rejects.toThrow('ENOENT');
  });

  it('explains itself, and what is wrong with its options', async () => {
    const { out, err } = await runShell(
      folder,
      [
        '$C7 flatten --help',
        'for o in "" "good.json" "good.json --out t --to pdf" "good.json --out t --tables x" "good.json --out good.json"',
        'do $C7 flatten $o; echo $?; done',
      ].join('\n'),
    );
    expect(out).toMatch(/^hace tablas[^]*Uso: c7 flatten ARCHIVO…[^]*\n2\n2\n2\n2\n2\n$/);
    expect(err.split('\n').filter((line) => line.startsWith('c7:'))).toEqual([
      'c7: Falta la ruta de al menos un archivo o carpeta.',
      'c7: Falta --out: la carpeta para las tablas.',
      'c7: No hay un formato «pdf».',
      'c7: --tables es kind o path, no «x».',
      'c7: good.json: Ya hay un archivo con el nombre que debe llevar la carpeta.',
    ]);
  });
});
