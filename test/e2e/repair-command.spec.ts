import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleRelease } from '../example-releases.js';
import { runShell } from './c7-process.js';
import { linesOf, UNREADABLE, writeOcdsFiles } from './ocds-files.js';

let folder: string;
beforeAll(async () => {
  folder = await writeOcdsFiles();
  await writeFile(join(folder, 'broken.json'), JSON.stringify(BROKEN));
});
afterAll(() => rm(folder, { recursive: true }));

const BROKEN = exampleRelease(7, { tag: 'tender', language: ' es ' });

describe('c7 repair', () => {
  it('writes the mended releases, says how many changed, and lists each change in the report', async () => {
    const { code, out, err } = await runShell(folder, '$C7 repair broken.json good.json --report changes.jsonl');
    expect(code).toBe(0);
    expect(linesOf(out)).toEqual([
      { ...BROKEN, tag: ['tender'], language: 'es' },
      exampleRelease(1),
      exampleRelease(2),
    ]);
    expect(err).toMatch(/^1 de 3 publicaciones cambiaron\.\n {2}scalar-to-list +1\n {2}trim-text +1\n$/);
    const about = { file: 'broken.json', ocid: BROKEN.ocid, id: BROKEN.id };
    expect(linesOf(await readFile(join(folder, 'changes.jsonl'), 'utf8'))).toEqual(
      expect.arrayContaining([
        { ...about, release: '', repair: 'scalar-to-list', pointer: '/tag', before: 'tender', after: ['tender'] },
        { ...about, release: '', repair: 'trim-text', pointer: '/language', before: ' es ', after: 'es' },
      ]),
    );
  });

  it('does only the repairs asked for, also of gzip from a pipe', async () => {
    const { code, out, err } = await runShell(folder, 'gzip -c broken.json | $C7 repair - --only trim-text');
    expect(linesOf(out)).toEqual([{ ...BROKEN, language: 'es' }]);
    expect(err).toMatch(/^1 de 1 publicaciones cambiaron\.\n {2}trim-text +1\n$/);
    expect(code).toBe(0);
  });

  it('names each file that it cannot read, goes on with the others, and ends with 2', async () => {
    const names = [...Object.keys(UNREADABLE), 'cut.json', 'folder', 'windows.json'];
    const { code, out, err } = await runShell(folder, `$C7 repair ${names.join(' ')}`);
    expect(code).toBe(2);
    for (const [name, said] of Object.entries(UNREADABLE)) expect(`\n${err}`).toContain(`\n${name}: ${said}`);
    expect(err).toContain('\ncut.json: El archivo está cortado');
    expect(err).toContain('\nfolder/2.json: Parece una página HTML');
    expect(err).toContain('\nwindows.json: El texto no es UTF-8');
    expect(linesOf(out).map(({ id }) => id)).toEqual([1, 3, 4, 1].map((n) => `prueba-${n}-1`));
  });

  it('refuses a report that would overwrite what it reads, and one that cannot be written, before it reads', async () => {
    const raw = await readFile(join(folder, 'broken.json'), 'utf8');
    const { out, err } = await runShell(
      folder,
      [
        '$C7 repair broken.json --report ./broken.json; echo $?',
        '$C7 repair folder good.json --report folder/9.jsonl; echo $?',
        '$C7 repair good.json --report nowhere/9.jsonl; echo $?',
        '$C7 repair good.json --report bare-folder; echo $?',
      ].join('\n'),
    );
    expect(out).toBe('2\n2\n2\n2\n');
    expect(err.split('\n').filter((line) => line.startsWith('c7:'))).toEqual([
      'c7: --report no puede ser uno de los archivos que se leen ni estar en su carpeta.',
      'c7: --report no puede ser uno de los archivos que se leen ni estar en su carpeta.',
      'c7: nowhere/9.jsonl: No existe el archivo. Revisar la ruta.',
      'c7: bare-folder: Es una carpeta, no un archivo.',
    ]);
    expect(await readFile(join(folder, 'broken.json'), 'utf8')).toBe(raw);
  });

  it('explains itself', async () => {
    const { out, err } = await runShell(
      folder,
      '$C7 repair --help; $C7 repair x --only nada; echo $?; $C7 repair; echo $?',
    );
    expect(out).toMatch(/^compone lo que se puede[^]*Uso: c7 repair ARCHIVO…[^]*\n {2}trim-text +quita[^]*\n2\n2\n$/);
    expect(err).toMatch(/^c7: No hay una reparación «nada»\. Las que hay: trim-text, .*\nUso: c7 repair/);
  });

  it('ends in silence when its reader has seen enough', async () => {
    const { out, err } = await runShell(folder, '($C7 repair many.jsonl; echo "code $?" >&2) | head -n 1');
    expect(linesOf(out)).toEqual([exampleRelease(0)]);
    expect(err).toBe('code 0\n');
  });
});
