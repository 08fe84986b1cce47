import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleRelease } from '../example-releases.js';
import { runShell } from './c7-process.js';
import { linesOf, UNREADABLE, writeOcdsFiles } from './ocds-files.js';

let folder: string;
beforeAll(async () => {
  folder = await writeOcdsFiles();
});
afterAll(() => rm(folder, { recursive: true }));

describe('c7 upgrade', () => {
  it('writes releases as OCDS 1.1, one per line, and nothing else', async () => {
    const old = exampleRelease(1, { buyer: { name: 'Secretaría', identifier: { scheme: 'MX', id: '1' } } });
    await writeFile(join(folder, 'old.json'), JSON.stringify({ releases: [old] }));
    const { code, out, err } = await runShell(folder, '$C7 upgrade old.json good.json');
    const [upgraded, ...others] = linesOf(out);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(upgraded).toMatchObject({
      parties: [{ name: 'Secretaría', roles: ['buyer'] }],
      buyer: { name: 'Secretaría' },
    });
    expect(others).toEqual([exampleRelease(1), exampleRelease(2)]);
  });

  it('takes gzip from a pipe, a text that is not UTF-8, and a folder, and tells on stderr what was special', async () => {
    const { code, out, err } = await runShell(folder, 'cat good.json.gz | $C7 upgrade - windows.json folder');
    expect(linesOf(out).map(({ id }) => id)).toEqual([1, 2, 1, 3, 4].map((n) => `prueba-${n}-1`));
    expect(linesOf(out)[2]).toEqual(exampleRelease(1));
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^windows\.json: El texto no es UTF-8: se leyó como windows-1252/),
      expect.stringMatching(/^folder\/2\.json: Parece una página HTML/),
    ]);
    expect(code).toBe(2);
  });

  it('names each file that it cannot read, goes on with the others, and ends with 2', async () => {
    const names = Object.keys(UNREADABLE);
    const { code, out, err } = await runShell(folder, `$C7 upgrade ${names.join(' ')} cut.json good.json`);
    expect(code).toBe(2);
    for (const [name, said] of Object.entries(UNREADABLE))
      expect(err).toContain(`\n${name}: ${said}`.slice(name === names[0] ? 1 : 0));
    expect(err).toMatch(
      /\ncut\.json: El archivo está cortado: termina dentro de «\/releases\/1» \(línea 1, columna \d+/,
    );
    expect(linesOf(out).map(({ id }) => id)).toEqual(['prueba-1-1', 'prueba-1-1', 'prueba-2-1']);
  });

  it('explains itself', async () => {
    const { code, out, err } = await runShell(
      folder,
      '$C7 upgrade --help; $C7 upgrade; echo $?; $C7 upgrade --nada x; echo $?',
    );
    expect(out).toMatch(/^lleva publicaciones de OCDS 1\.0 a 1\.1.*\n\nUso: c7 upgrade ARCHIVO…/);
    expect(out).toMatch(/\n2\n2\n$/);
    expect(err).toMatch(/^c7: Falta la ruta.*\nUso: c7 upgrade/);
    expect(err).toContain('c7: La opción «--nada» no existe en esta orden.\nUso: c7 upgrade');
    expect(code).toBe(0);
  });

  it('ends in silence when its reader has seen enough', async () => {
    const { out, err } = await runShell(folder, '($C7 upgrade many.jsonl; echo "code $?" >&2) | head -n 1');
    expect(linesOf(out)).toEqual([exampleRelease(0)]);
    expect(err).toBe('code 0\n');
  });
});
