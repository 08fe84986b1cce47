import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { runShell } from './c7-process.js';
import { linesOf, UNREADABLE, writeOcdsFiles } from './ocds-files.js';

let folder: string;
beforeAll(async () => {
  folder = await writeOcdsFiles();
  await writeFile(join(folder, 'wrong.json'), JSON.stringify(examplePackage([exampleRelease(1, { tag: 'tender' })])));
});
afterAll(() => rm(folder, { recursive: true }));

describe('c7 validate', () => {
  it('says of each file how many releases are valid, what is wrong, where, and what to do', async () => {
    const { code, out, err } = await runShell(folder, '$C7 validate good.json wrong.json windows.json');
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(out.split('\n')).toEqual([
      'good.json: 2 publicaciones, 2 válidas, 0 con errores (release package, utf-8)',
      expect.stringMatching(/^wrong\.json: 1 publicaciones, 0 válidas, 1 con errores/),
      expect.stringMatching(/^ {2}ERROR \(1\) tag: /),
      expect.stringMatching(/^ {4}Ponerlo dentro de una lista.*\["tender"\]/),
      '    en /releases/0/tag = "tender"',
      expect.stringMatching(
        /^windows\.json: 1 publicaciones, 1 válidas, 0 con errores \(release package, windows-1252\)/,
      ),
      expect.stringMatching(/^ {2}aviso \(1\): El texto no es UTF-8/),
      '',
    ]);
  });

  it('writes one report object per file with --json, of standard input and of gzip too', async () => {
    const { code, out, err } = await runShell(folder, '$C7 validate wrong.json good.json.gz - --json <good.json');
    expect(code).toBe(1);
    expect(err).toBe('');
    const [wrong, ...good] = linesOf(out);
    expect(wrong).toMatchObject({ file: 'wrong.json', releases: 1, valid: 0, invalid: 1 });
    expect(wrong!['groups']).toEqual([
      expect.objectContaining({
        of: 'release',
        rule: 'type',
        severity: 'error',
        path: 'tag',
        count: 1,
        message: { es: expect.any(String), en: expect.any(String) },
        remedy: { es: expect.any(String), en: expect.any(String) },
        examples: [expect.objectContaining({ pointer: '/releases/0/tag', value: '"tender"' })],
      }),
    ]);
    const report = { format: 'release package', encoding: 'utf-8', packages: 1, releases: 2, valid: 2, invalid: 0 };
    const nothing = { groups: [], notices: [], extensions: { applied: ['jalisco'], known: [], unknown: [] } };
    expect(good).toEqual(['good.json.gz', '-'].map((file) => ({ file, ...report, ...nothing })));
  });

  it('names each file that it cannot read, goes on with the others, and ends with 2', async () => {
    const names = [...Object.keys(UNREADABLE), 'cut.json', 'folder'];
    const { code, out, err } = await runShell(folder, `$C7 validate ${names.join(' ')}`);
    expect(code).toBe(2);
    for (const [name, said] of Object.entries(UNREADABLE)) expect(`\n${err}`).toContain(`\n${name}: ${said}`);
    expect(err).toContain('\ncut.json: El archivo está cortado');
    expect(err).toContain('\nfolder/2.json: Parece una página HTML');
    expect(out).toMatch(/^folder\/1\.json: 1 publicaciones.*\nfolder\/3\.jsonl: 1 publicaciones.*\n$/);
  });

  it('reads a named pipe once, and says which extensions came too late to be applied', async () => {
    const bids = 'https://extensions.open-contracting.org/en/extensions/bids/v1.1.5/';
    const late = { ...examplePackage([exampleRelease(1, { bids: { details: [{ id: '1' }] } })]), extensions: [bids] };
    const filler = 'x'.repeat(2 ** 20);
    await writeFile(join(folder, 'late.json'), JSON.stringify({ filler, ...late }));
    const { code, out } = await runShell(
      folder,
      'mkfifo pipe.json; cat late.json >pipe.json & $C7 validate pipe.json; kill $! 2>/dev/null; $C7 validate late.json',
    );
    const [pipe, file] = out.split('\nlate.json');
    expect(pipe).toMatch(/^pipe\.json: 1 publicaciones, 1 válidas, 0 con errores/);
    expect(pipe).toMatch(/\n {2}extensión no aplicada, porque se declara después de las publicaciones.*: bids\n/);
    expect(pipe).toContain('en /releases/0/bids');
    expect(file).not.toContain('bids');
    expect(code).toBe(0);
  });

  it('follows a link to a folder that is named', async () => {
    await symlink('folder', join(folder, 'link'));
    const { out } = await runShell(folder, '$C7 validate link');
    expect(out).toMatch(/^link\/1\.json: 1 publicaciones.*\nlink\/3\.jsonl/);
  });

  it('holds ocids to the prefix of the publisher', async () => {
    const { code, out } = await runShell(
      folder,
      '$C7 validate --prefix ocds-aaaaaa good.json; echo; $C7 validate --prefix "" x',
    );
    expect(out).toContain('ERROR (2) ocid: El ocid no empieza con el prefijo de quien publica, «ocds-aaaaaa».');
    expect(code).toBe(2);
  });

  it('explains itself', async () => {
    const { out, err } = await runShell(
      folder,
      '$C7 validate --help; for o in --json=1 --prefix -x; do $C7 validate $o; echo $?; done',
    );
    expect(out).toMatch(/^valida archivos OCDS.*\n\nUso: c7 validate ARCHIVO… \[--json\][^]*\n2\n2\n2\n$/);
    expect(err.split('\n').filter((line) => line.startsWith('c7:'))).toEqual([
      'c7: A la opción «--json» le sobra su valor.',
      'c7: A la opción «--prefix» le falta su valor.',
      'c7: La opción «-x» no existe en esta orden.',
    ]);
  });

  it('ends in silence when its reader is gone', async () => {
    const { err } = await runShell(folder, '($C7 validate many.jsonl good.json; echo "code $?" >&2) | true');
    expect(err).toBe('code 0\n');
  });
});
