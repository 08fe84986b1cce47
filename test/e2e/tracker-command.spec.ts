import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runShell } from './c7-process.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-tracker-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('c7 tracker report', () => {
  it.each([
    ['md', /^# Informe Anual de Actividades del Secretariado/],
    ['html', /^<!doctype html>/],
    ['json', /"format": "compromiso7\/informe-anual\/1"/],
    ['docx', /^PK/],
    ['pdf', /^%PDF-/],
  ])('writes the report of 2017 as %s', async (format, beginning) => {
    const { code, err } = await runShell(folder, `$C7 tracker report --year 2017 --format ${format} --out i.${format}`);
    expect([code, err]).toEqual([0, expect.stringMatching(/Informe escrito: i\.\w+ \(versión [0-9a-f]{12}\)/)]);
    expect((await readFile(join(folder, `i.${format}`))).toString('latin1')).toMatch(beginning);
  });

  it('writes Markdown to standard output, of the plan whose period has the year', async () => {
    const { code, out } = await runShell(folder, '$C7 tracker report --year 2020');
    expect(code).toBe(0);
    expect(out).toContain('Plan de Acción Local Jalisco 2019-2021');
    expect(out).toContain('Compromiso 8');
  });

  it('has the measurement of the data of the store, as the page has', async () => {
    const { out } = await runShell(folder, '$C7 tracker report --year 2017');
    expect(out).toMatch(/Medición al 20\d\d-\d\d-\d\d[^]*Procesos publicados \| 0 procesos/);
  });

  it('finds no errata against the report just issued, and refuses one that was altered', async () => {
    const json = join(folder, 'issued.json');
    await runShell(folder, '$C7 tracker report --year 2017 --format json --out issued.json');
    expect(await runShell(folder, '$C7 tracker report --year 2017 --issued issued.json')).toMatchObject({ code: 0 });
    await writeFile(join(folder, 'altered.json'), (await readFile(json, 'utf8')).replace('"value": 76', '"value": 77'));
    const { code, err } = await runShell(folder, '$C7 tracker report --year 2017 --issued altered.json');
    expect([code, err]).toEqual([2, expect.stringMatching(/altered\.json: se alteró después de emitirse/)]);
  });

  it.each([
    ['--year 2017 --format odt', /--format es html, md, json, docx, pdf/],
    ['--year 17', /Falta --year/],
    ['--year 1999', /Ningún plan abarca 1999\. Los que hay: jalisco-2016-2018 \(2016-2018\)/],
    ['--year 2017 --version uno', /--version es un número, desde 1/],
    ['--year 2017 --version 1', /No se ha emitido la versión 1 del informe de 2017/],
    ['--year 2017 --plan nadie', /No hay un plan «nadie»/],
    ['--year 2017 --out i.md', /i\.md: ya existe y no se reemplaza/],
    ['--year 2017 --issued i.html', /i\.html: no es un informe emitido/],
  ])('refuses «%s», saying what to do', async (options, said) => {
    const { code, err } = await runShell(folder, `$C7 tracker report ${options}`);
    expect([code, err]).toEqual([2, expect.stringMatching(said)]);
  });
});
