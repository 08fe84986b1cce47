import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { parseProfile } from '#sources';
import { type MappedProcess, mapFile, type RowAside } from './map-file.js';

const PROFILE = parseProfile(
  `
profile: prueba-2026
version: 4
kind: table
title: Formato de prueba
source: Inventado
columns:
  number: Número de expediente
  kind: Tipo
  title: Objeto
  bidders: Posibles contratantes
  updated: Fecha de actualización
required: [number, title]
skip: [{ column: kind, values: [Reserva], reason: no-es-compra }]
children:
  bidder: { column: bidders, columns: { name: Razón social } }
process: { number: { clean: number }, reported: updated }
release:
  buyer: { $buyer: [buyer] }
  tender:
    id: { clean: number }
    title: { text: title }
    tenderers: [{ $each: bidder, $party: { roles: [tenderer], name: { text: name } } }]
`,
  'prueba-2026.yaml',
);

const MAIN = [
  ['Formato que nadie lee'],
  ['Ejercicio', 'Número de expediente', 'Tipo', 'Objeto', 'Posibles contratantes Tabla_12', 'Fecha de actualización'],
  [2026, 'LPL 7/2026', 'Compra', 'Escobas', 1, '2026-01-31'],
  [2026, 'LPL 8/2026', 'Reserva', 'Nada', '', '2026-01-31'],
  [2026, '', 'Compra', 'Sin número', '', '2026-01-31'],
  [2026, 'lpl-7-2026', 'Compra', 'Escobas y cubetas', 2, '2026-02-28'],
];
const CHILD = [
  ['ID', 'Razón social'],
  [1, 'Escobas Inventadas, S.A. de C.V.'],
  [2, 'Cubetas Inventadas, S.A. de C.V.'],
  [1, 'Trapeadores Inventados, S.A. de C.V.'],
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-map-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function map(sheets: Readonly<Record<string, unknown[][]>>, scope?: string) {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  const path = join(folder, 'libro.xlsx');
  await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  const context = { buyer: { name: 'Municipio de Prueba' }, latestYear: 2027 };
  const file = await mapFile(path, { profiles: [PROFILE], context, ocidPrefix: 'ocds-abc123', scope, explain: true });
  const processes: MappedProcess[] = [];
  const asides: RowAside[] = [];
  for await (const one of file) {
    if (one.kind === 'process') processes.push(one);
    else asides.push(one);
  }
  await file.close();
  return { file, processes, asides };
}

describe('mapping a workbook', () => {
  it('joins the rows of a process, with those of the child sheet that belong to them', async () => {
    const { file, processes, asides } = await map({ Reporte: MAIN, Tabla_12: CHILD });
    expect(file.profile.id).toBe('prueba-2026');
    expect(processes).toMatchObject([
      {
        ocid: 'ocds-abc123-LPL-7-2026',
        rows: [
          { sheet: 'Reporte', row: 3 },
          { sheet: 'Reporte', row: 6 },
        ],
        faulty: false,
        members: { buyer: { name: 'Municipio de Prueba' }, tender: { title: 'Escobas y cubetas' } },
      },
    ]);
    const { tenderers } = processes[0]!.members.tender as { tenderers: { name: string }[] };
    expect(tenderers.map(({ name }) => name.split(' ')[0])).toEqual(['Escobas', 'Trapeadores', 'Cubetas']);
    expect(processes[0]!.reported).toMatch(/^2026-02-28/);
    expect(asides).toMatchObject([
      { row: 4, outcome: 'skipped', reason: 'no-es-compra' },
      { row: 5, outcome: 'refused', reason: 'row-without-identity' },
    ]);
    expect(file.summary()).toMatchObject({
      rows: 4,
      processes: 1,
      skipped: 1,
      refused: 1,
      unusedHeaders: ['Ejercicio'],
    });
  });

  it('says of which cell of which sheet a value came', async () => {
    const { processes } = await map({ Reporte: MAIN, Tabla_12: CHILD });
    const found = processes[0]!.origins.find(({ value }) => value.startsWith('Trapeadores'));
    expect(found).toMatchObject({ sheet: 'Tabla_12', row: 4, column: 1, header: 'Razón social' });
    expect(found!.pointer).toMatch(/^\/tender\/tenderers\/\[.+\]\/name$/);
  });

  it('reads all sheets that have the header, and tells bodies apart by the scope', async () => {
    const { processes } = await map(
      { Enero: MAIN.slice(0, 3), Febrero: [MAIN[1]!, MAIN[5]!], Tabla_12: CHILD },
      'M-120',
    );
    expect(processes.map(({ ocid, rows }) => [ocid, rows.map(({ sheet }) => sheet)])).toEqual([
      ['ocds-abc123-M-120_LPL-7-2026', ['Enero', 'Febrero']],
    ]);
  });

  it('names the closest profile and what is missing', async () => {
    await expect(map({ Hoja: [['Número de expediente', 'Tipo', 'Descripción']] })).rejects.toMatchObject({
      code: 'HEADER_UNKNOWN',
      message: expect.stringContaining('falta la columna «Objeto»'),
    });
    await expect(
      map({
        Hoja: [
          ['a', 'b'],
          [1, 2],
        ],
      }),
    ).rejects.toMatchObject({ code: 'HEADER_UNKNOWN' });
  });
});
