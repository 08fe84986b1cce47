import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSourceTables } from '../source/open-source-tables.js';
import { annotateRows } from './annotate-rows.js';
import type { FileRow } from './noted-rows.js';
import type { AnnotateOptions, Remark } from './remark.js';
import { openParts } from './zip-parts.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-annotate-'));
});
afterEach(() => rm(folder, { recursive: true }));

const OPTIONS: AnnotateOptions = {
  fileName: 'contratos.csv',
  outcomes: { published: 1, unchanged: 0, held: 0, refused: 1 },
};

const REMARK: Remark = {
  sheet: '',
  row: 2,
  column: 1,
  header: 'Monto',
  value: '',
  severity: 'warning',
  rule: 'sin-monto',
  message: { es: 'Falta el monto.', en: 'The amount is missing.' },
  remedy: { es: 'Escríbalo.', en: 'Write it.' },
};

const ROWS: readonly FileRow[] = [
  { row: 1, cells: ['Número', 'Monto', 'Nota'] },
  { row: 2, cells: ['0012', '', '=HYPERLINK("x")'] },
  { row: 4, cells: ['0013'] },
];

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

describe('the annotated copy of a file that is no workbook', () => {
  it('has its rows as text, and the same notes', async () => {
    const out = join(folder, 'out.xlsx');
    const report = await annotateRows(
      out,
      [{ name: '', rows: ROWS }],
      [REMARK, { ...REMARK, row: 7, column: -1 }],
      OPTIONS,
    );
    expect(report).toEqual({ listSheet: 'Observaciones', remarks: 2, notes: 2, unlisted: 0 });
    expect((await rowsOf(out)).get('Datos')).toEqual([
      [1, 'Número', 'Monto', 'Nota'],
      [2, '0012', '', '=HYPERLINK("x")'],
      [4, '0013'],
    ]);
    const parts = await openParts(out);
    expect(await parts.text('xl/worksheets/sheet1.xml')).toMatch(
      /<c r="B2" s="\d+"\/>.*<row r="4">.*<row r="7"><c r="A7"/,
    );
    expect(await parts.text('xl/comments1.xml')).toMatch(/ref="B2".*ref="A7"/s);
    parts.close();
  });

  it('has sheets of names that Excel takes', async () => {
    const out = join(folder, 'out.xlsx');
    await annotateRows(
      out,
      [
        { name: 'a/b', rows: [] },
        { name: 'a?b', rows: [] },
      ],
      [{ ...REMARK, sheet: 'a?b' }],
      OPTIONS,
    );
    const parts = await openParts(out);
    expect(await parts.text('xl/workbook.xml')).toMatch(/name="Observaciones".*name="a b".*name="a b \(2\)"/);
    expect(parts.has('xl/comments2.xml')).toBe(true);
    parts.close();
  });

  it('leaves no half file when the rows break off', async () => {
    async function* broken(): AsyncGenerator<FileRow> {
      yield ROWS[0]!;
      throw new Error('se cortó');
    }
    const annotating = annotateRows(join(folder, 'out.xlsx'), [{ name: '', rows: broken() }], [], OPTIONS);
    await expect(annotating).rejects.toThrow('se cortó');
    expect(await readdir(folder)).toEqual([]);
  });

  it('ends where a sheet ends, and says so', async () => {
    const out = join(folder, 'out.xlsx');
    await annotateRows(out, [{ name: '', rows: [...ROWS, { row: 1_048_577, cells: ['x'] }] }], [REMARK], OPTIONS);
    const parts = await openParts(out);
    expect(await parts.text('xl/worksheets/observaciones.xml')).toContain('«Datos» llega hasta la fila 1048576');
    parts.close();
  });
});
