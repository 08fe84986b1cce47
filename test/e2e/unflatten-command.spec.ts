import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleRelease } from '../example-releases.js';
import { runShell } from './c7-process.js';
import { linesOf, MANY, writeOcdsFiles } from './ocds-files.js';

let folder: string;
beforeAll(async () => {
  folder = await writeOcdsFiles();
  await runShell(folder, '$C7 flatten good.json --out csv && $C7 flatten good.json --out book --to xlsx');
  await runShell(folder, '$C7 flatten good.json --out parquet --to parquet && $C7 flatten many.jsonl --out many');
  await mkdir(join(folder, 'open-quote'));
  await writeFile(join(folder, 'open-quote', 'procesos.csv'), 'ocid,id\r\no,"r\r\n');
  await mkdir(join(folder, 'odd-heading'));
  await writeFile(join(folder, 'odd-heading', 'procesos.csv'), 'ocid,awards/1/id\r\no,a\r\n');
  await mkdir(join(folder, 'by-hand'));
  await writeFile(join(folder, 'by-hand', 'procesos.csv'), 'ocid,id\r\no1,r\r\no2,r\r\n');
  await writeFile(
    join(folder, 'by-hand', 'awards.csv'),
    'ocid,id,awards/0/id\r\no2,r,x\r\no1,r,y\r\no2,r,z\r\no3,r,new\r\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe('c7 unflatten', () => {
  it.each(['csv', 'book', 'parquet'])('makes of the tables in %s the releases they came from', async (tables) => {
    const { code, out, err } = await runShell(folder, `$C7 unflatten ${tables}`);
    expect([code, err]).toEqual([0, '']);
    expect(linesOf(out)).toEqual([exampleRelease(1), exampleRelease(2)]);
  });

  it('writes to a file', async () => {
    const { code, out } = await runShell(folder, '$C7 unflatten many --out back.jsonl');
    expect([code, out]).toEqual([0, '']);
    expect(linesOf(await readFile(join(folder, 'back.jsonl'), 'utf8'))).toHaveLength(MANY);
  });

  it('reads rows in any order, and makes the release that has no row', async () => {
    const { code, out } = await runShell(folder, '$C7 unflatten by-hand');
    expect(code).toBe(0);
    expect(linesOf(out)).toEqual([
      { ocid: 'o1', id: 'r', awards: [{ id: 'y' }] },
      { ocid: 'o2', id: 'r', awards: [{ id: 'x' }, { id: 'z' }] },
      { ocid: 'o3', id: 'r', awards: [{ id: 'new' }] },
    ]);
  });

  it.each([
    ['missing', 'missing', 'No existe'],
    ['a folder without tables', 'bare-folder', 'no tiene tablas'],
    ['a quote left open', 'open-quote', 'unas comillas quedan abiertas'],
    ['a heading that is none', 'odd-heading', 'No se entiende el encabezado «awards/1/id»'],
  ])('says in one line, with the place, that it cannot read %s', async (_, path, said) => {
    const { code, out, err } = await runShell(folder, `$C7 unflatten ${path}`);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(err).toContain(path);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    ['', 'Falta la carpeta de las tablas'],
    ['csv book', 'Falta la carpeta de las tablas'],
    ['csv --to x', 'La opción «--to» no existe en esta orden.'],
    ['csv --out', 'A la opción «--out» le falta su valor.'],
  ])('refuses «unflatten %s» with 2', async (words, said) => {
    const { code, err } = await runShell(folder, `$C7 unflatten ${words}`);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it('ends in silence when its reader has seen enough', async () => {
    const { out, err } = await runShell(folder, '($C7 unflatten many; echo "code $?" >&2) | head -n 1');
    expect(linesOf(out)).toHaveLength(1);
    expect(err).toBe('code 0\n');
  });
});
