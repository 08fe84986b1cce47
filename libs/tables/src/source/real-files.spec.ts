import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPath } from '../../test/read-source.js';

const FOLDER = resolve(process.cwd(), '../shared/data/mx-source');
const isThere = existsSync(FOLDER);
if (!isThere) process.stderr.write(`real-files.spec.ts: skipped, the reference folder is not there (${FOLDER})\n`);
const describeWhenThere = isThere ? describe : describe.skip;

/** Sheets, of them hidden; rows that hold something, of the first sheet and of all; cells of the widest row of the first. */
type Shape = readonly [sheets: number, hidden: number, first: number, all: number, width: number];

const FILES: readonly (readonly [file: string, kind: string, ...Shape])[] = [
  [
    'cdmx-transparencia-2014-2016/20150601__ciudadmx_SDS__Licitaciones_Invitaciones_Adjudicaciones_2014_4Tr.xls',
    'xls',
    3,
    0,
    33,
    88,
    38,
  ],
  [
    'cdmx-transparencia-2014-2016/20150601__ciudadmx_SEFIN__14_XXVII_adjud_direc_1er_trim_2015.xlsx',
    'xlsx',
    2,
    1,
    69,
    250,
    28,
  ],
  [
    'cdmx-transparencia-2014-2016/20150601__ciudadmx_SEFIN__14_XXVII_padron_proveedores_1er_trim_2015_22042015.xlsx',
    'xlsx',
    1,
    0,
    33,
    33,
    17,
  ],
  ['compranet-2010-2015/sample_Contratos2014_150514075704.csv', 'utf-8', 1, 0, 400, 400, 39],
  ['comprasmx-2026/Base_UC_2025_V2.xlsx', 'xlsx', 1, 0, 135, 135, 8],
  ['comprasmx-2026/Listado_completo_69-B.csv', 'utf-8', 1, 0, 14281, 14281, 3],
  ['comprasmx-2026/Proveedores_Contratistas_Sancionados.xlsx', 'xlsx', 1, 0, 2396, 2396, 9],
  ['comprasmx-2026/contratos_comprasmx_2026_A.csv', 'utf-8', 1, 0, 2389, 2389, 21],
  ['comprasmx-2026/cucop_20260301.xlsx', 'xlsx', 1, 0, 28586, 28586, 15],
  ['comprasmx-2026/expedientes_comprasmx_2026_A.csv', 'windows-1252', 1, 0, 1411, 1411, 37],
  ['opa-obra-publica-federal/opa_2021.csv', 'windows-1252', 1, 0, 1787, 1787, 47],
  ['sat-69b/Listado_Completo_69-B_2023-01.csv', 'windows-1252', 1, 0, 12669, 12669, 20],
  ['sipot-xxviii/hidalgo-CEAA_a69_f28_a_2023T2.xlsx', 'xlsx', 21, 0, 13, 231, 81],
  ['sipot-xxviii/hidalgo-CEAA_a69_f28_b_2023T2.xlsx', 'xlsx', 14, 0, 10, 139, 67],
  ['sipot-xxviii/veracruz-OPLE_F26A_2025_rows1-20.xlsx', 'xlsx', 23, 0, 27, 313, 87],
  ['sipot-xxxii-padron/veracruz-OPLE_padron_proveedores_2025.xlsx', 'xlsx', 10, 0, 141, 284, 48],
];

describeWhenThere('files of real publishers have the sheets and rows they have', () => {
  it.each(FILES)('%s (%s)', async (file, kind, ...shape) => {
    const source = await readPath(join(FOLDER, file));
    const counts = source.sheets.map(({ name }) => source.rows(name).length);
    const hidden = source.sheets.filter((sheet) => sheet.hidden).length;
    const width = Math.max(...source.cells().map((cells) => cells.length));
    expect(source.encoding ?? source.format).toBe(kind);
    expect([counts.length, hidden, counts[0], counts.reduce((sum, count) => sum + count), width]).toEqual(shape);
  });
});
