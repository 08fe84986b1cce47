import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openParts } from '../annotate/zip-parts.js';
import { openSourceTables } from '../source/open-source-tables.js';
import type { Form, FormColumn } from './form.js';
import { writeFormWorkbook } from './write-form-workbook.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-form-'));
});
afterEach(() => rm(folder, { recursive: true }));

function column(header: string, change: Partial<FormColumn> = {}): FormColumn {
  return { header, help: '', required: false, kind: 'text', ...change };
}

const KINDS = ['Licitación pública', 'Adjudicación directa', 'Invitación "restringida"'];

const FORM: Form = {
  title: 'Contratos',
  profile: { name: 'sipot-28-unified', version: '3' },
  instructions: ['Llene una fila por contrato.'],
  sheets: [
    {
      name: 'Reporte de Formatos',
      headerRow: 4,
      preamble: [['TÍTULO', 'NOMBRE CORTO']],
      columns: [
        column('Número de expediente', { kind: 'code', required: true, help: 'Ejemplo: 0012/2026.' }),
        column('Fecha', { kind: 'date' }),
        column('Tipo de procedimiento', { options: KINDS }),
        column('Monto', { kind: 'money' }),
        column('Contratantes (Tabla_1)', { kind: 'integer' }),
      ],
    },
    { name: 'Tabla_1', headerRow: 1, columns: [column('ID', { kind: 'integer' }), column('Tipo', { options: KINDS })] },
  ],
};

async function written(form = FORM): Promise<(name: string) => Promise<string>> {
  const path = join(folder, 'formato.xlsx');
  await writeFormWorkbook(path, form);
  const parts = await openParts(path);
  const texts = new Map<string, string>();
  for (const name of parts.names) texts.set(name, await parts.text(name));
  parts.close();
  return (name) => Promise.resolve(texts.get(name)!);
}

async function rowsOf(path: string): Promise<ReadonlyMap<string, readonly (readonly [number, ...string[]])[]>> {
  const tables = await openSourceTables(path);
  const sheets = new Map<string, (readonly [number, ...string[]])[]>();
  for (const { name } of tables.sheets) {
    const rows: (readonly [number, ...string[]])[] = [];
    for await (const { row, cells } of tables.rows(name)) rows.push([row, ...cells]);
    sheets.set(name, rows);
  }
  await tables.close();
  return sheets;
}

describe('a form', () => {
  it('has the headers as given, the help in the row above and the preamble on top', async () => {
    const path = join(folder, 'formato.xlsx');
    expect(await writeFormWorkbook(path, FORM)).toEqual({
      sheets: [
        { name: 'Reporte de Formatos', headerRow: 4 },
        { name: 'Tabla_1', headerRow: 2 },
      ],
    });
    const [title, help, headers] = (await rowsOf(path)).get('Reporte de Formatos')!;
    expect(title).toEqual([1, 'TÍTULO', 'NOMBRE CORTO']);
    expect(help!.slice(0, 2)).toEqual([
      3,
      'OBLIGATORIO · Clave: texto, con sus ceros a la izquierda\nEjemplo: 0012/2026.',
    ]);
    expect(headers).toEqual([4, ...FORM.sheets[0]!.columns.map(({ header }) => header)]);
  });

  it('offers catalogues from a hidden sheet, equal ones once', async () => {
    const part = await written();
    expect(await part('xl/workbook.xml')).toContain('name="Catálogos" sheetId="4" state="hidden"');
    expect((await part('xl/worksheets/sheet4.xml')).match(/Licitación pública/g)).toHaveLength(1);
    for (const name of ['sheet2', 'sheet3']) {
      expect(await part(`xl/worksheets/${name}.xml`)).toContain(`<formula1>'Catálogos'!$A$2:$A$4</formula1>`);
    }
  });

  it('keeps zeros on the left, and takes dates and amounts only as such', async () => {
    const part = await written();
    const sheet = await part('xl/worksheets/sheet2.xml');
    const styles = await part('xl/styles.xml');
    const formats = /<cellXfs.*<\/cellXfs>/s.exec(styles)![0].match(/<xf [^>]*>/g)!;
    const numbers = Array.from(sheet.matchAll(/<col [^>]*style="(\d+)"/g), ([, format]) =>
      Number(/numFmtId="(\d+)"/.exec(formats[Number(format)]!)![1]),
    );
    expect(numbers).toEqual([49, 164, 49, 4, 1]);
    expect(styles).toContain('<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>');
    expect(sheet).toMatch(/type="date"[^>]*sqref="B5:B1048576"/);
    expect(sheet).toMatch(/type="decimal"[^>]*sqref="D5:D1048576"/);
  });

  it('keeps titles and prompts within what Excel takes', async () => {
    const long = column('x'.repeat(300), { help: 'y'.repeat(900), kind: 'date' });
    const part = await written({ ...FORM, sheets: [{ name: 'A', headerRow: 1, columns: [long] }] });
    const [, title = '', prompt = ''] = /promptTitle="([^"]*)" prompt="([^"]*)"/.exec(
      await part('xl/worksheets/sheet2.xml'),
    )!;
    expect(title).toHaveLength(32);
    expect(prompt.replaceAll('&#10;', '\n').length).toBeLessThanOrEqual(255);
  });

  it('names its profile in the document properties', async () => {
    const part = await written();
    expect(await part('docProps/custom.xml')).toMatch(/name="Perfil"><vt:lpwstr>sipot-28-unified<.*>3</);
    expect(await part('docProps/core.xml')).toContain('<dc:title>Contratos</dc:title>');
  });

  it('is the same file for the same form', async () => {
    await writeFormWorkbook(join(folder, 'a.xlsx'), FORM);
    await writeFormWorkbook(join(folder, 'b.xlsx'), FORM);
    expect(await readFile(join(folder, 'a.xlsx'))).toEqual(await readFile(join(folder, 'b.xlsx')));
  });
});
