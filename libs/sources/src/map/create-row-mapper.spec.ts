import { matchHeader } from '../profile/match-header.js';
import { parseProfile } from '../profile/parse-profile.js';
import type { TableProfile } from '../profile/profile.js';
import type { SourceRow } from '../source-row.js';
import { createRowMapper, type ChildSheet, type MappedRow, type ProcessPiece } from './create-row-mapper.js';

const PROFILE = parseProfile(
  `
profile: prueba
version: 1
kind: table
title: Prueba
source: Prueba
columns:
  number: Expediente
  method: Tipo de procedimiento
  description: Descripción
  start: Inicio
  end: Término
  net: Monto sin impuestos
  amount: Monto con impuestos
  supplier: Proveedor
  rfc: RFC
  bidders: Licitantes
  link: Contrato
  kind: Clase
required: [number, amount]
essential: [amount, start]
mandatory:
  - { column: method }
  - { column: amount, with: supplier, unless: [description] }
children:
  bidders:
    column: bidders
    columns: { id: ID, given: Nombre(s), first: Primer apellido, second: Segundo apellido, business: Razón social }
codes:
  method: { Licitación pública: open, Adjudicación directa: direct }
process:
  number: { clean: number }
skip:
  - { column: kind, values: [Enajenación], reason: no es una contratación }
release:
  buyer: { $buyer: [buyer] }
  tender:
    id: { clean: number }
    title: { text: description, cut: 20 }
    status: { constant: complete }
    procurementMethod: { code: method, map: method }
    procurementMethodDetails: { text: method }
    tenderers:
      - $each: bidders
        $party: { roles: [tenderer], name: { text: business }, person: [given, first, second] }
  contracts:
    - id: { hash: [number, supplier], prefix: contrato- }
      value: { $value: { amount: amount, net: net, default: MXN } }
      period: { startDate: { date: start }, endDate: { date: end } }
      documents: [{ $document: contractSigned, title: Contrato, url: link }]
  awards:
    - id: { clean: number }
      suppliers: [{ $party: { roles: [supplier], name: { text: supplier }, rfc: rfc, details: { details: { kind: { text: kind } } } } }]
`,
  'prueba',
) as TableProfile;

const HEADERS = [
  'Expediente',
  'Tipo de procedimiento (catálogo)',
  'Descripción',
  'Inicio',
  'Término',
  'Monto sin impuestos (MXN)',
  'Monto con impuestos (MXN)',
  'Proveedor',
  'RFC',
  'Licitantes\nTabla_1',
  'Contrato',
  'Clase',
];

const rowOf = (row: number, ...cells: string[]): SourceRow => ({ sheet: 'Reporte', row, cells });

const BIDDERS = [
  ['1', 'Ana Lilia', 'Robles', 'Peña', ''],
  ['1', '', '', '', 'Papelería Inventada, S.A. de C.V.'],
].map((cells, index): SourceRow => ({ sheet: 'Tabla_1', row: index + 4, cells }));

function bidders(): ChildSheet {
  const header = {
    sheet: 'Tabla_1',
    row: 3,
    cells: ['ID', 'Nombre(s)', 'Primer apellido', 'Segundo apellido', 'Razón Social'],
  };
  const match = matchHeader([header], PROFILE.children.get('bidders')!.columns)!;
  return { match, rowsOf: (number) => BIDDERS.filter(({ cells }) => cells[0] === number) };
}

const mapRow = createRowMapper({
  profile: PROFILE,
  match: matchHeader([rowOf(7, ...HEADERS)], PROFILE.columns)!,
  children: new Map([['bidders', bidders()]]),
  context: { buyer: { name: 'Secretaría de Prueba', scheme: 'DEP-GOB-JAL', id: '99' }, latestYear: 2027 },
});

const whole = rowOf(
  8,
  "'LPL 07/2025",
  'LICITACION PUBLICA',
  'Compra de papelería para oficinas',
  '15/03/2025',
  '2025-12-31',
  '$1,000.00',
  '1160',
  'Papelería Inventada, S.A. de C.V.',
  '',
  '1',
  'https://ejemplo.mx/contrato.pdf',
);

function pieceOf(mapped: MappedRow | undefined): ProcessPiece {
  if (mapped?.outcome !== 'piece') throw new Error(`not a piece: ${mapped?.outcome}`);
  return mapped.piece;
}

const rulesOf = (mapped: MappedRow | undefined) =>
  mapped !== undefined && 'faults' in mapped ? mapped.faults.map(({ rule, column }) => [rule, column]) : [];

describe('createRowMapper', () => {
  it('fills the release of a row by the template of its profile', () => {
    const { number, members } = pieceOf(mapRow(whole));
    expect(number).toBe('LPL 07/2025');
    expect(members.tender).toEqual({
      id: 'LPL 07/2025',
      title: 'Compra de papelería…',
      status: 'complete',
      procurementMethod: 'open',
      procurementMethodDetails: 'LICITACION PUBLICA',
      tenderers: [
        { id: expect.stringMatching(/^nombre-/) as string, name: 'Ana Lilia Robles Peña' },
        { id: expect.stringMatching(/^nombre-/) as string, name: 'Papelería Inventada, S.A. de C.V.' },
      ],
    });
    expect(members.contracts).toEqual([
      {
        id: expect.stringMatching(/^contrato-[0-9a-f]{16}$/) as string,
        value: { amount: 1160, netAmount: 1000, currency: 'MXN' },
        period: { startDate: '2025-03-15T00:00:00-06:00', endDate: '2025-12-31T00:00:00-06:00' },
        documents: [
          {
            id: expect.any(String) as string,
            documentType: 'contractSigned',
            title: 'Contrato',
            url: 'https://ejemplo.mx/contrato.pdf',
          },
        ],
      },
    ]);
  });

  it('describes each organisation once, with all its roles, and the body that the upload names', () => {
    const { members } = pieceOf(mapRow(whole));
    const parties = members.parties as { name: string; roles: string[]; identifier?: object }[];
    expect(parties.map(({ name, roles }) => [name, roles])).toEqual([
      ['Secretaría de Prueba', ['buyer']],
      ['Ana Lilia Robles Peña', ['tenderer']],
      ['Papelería Inventada, S.A. de C.V.', ['tenderer', 'supplier']],
    ]);
    expect(members.buyer).toEqual({ id: 'DEP-GOB-JAL-99', name: 'Secretaría de Prueba' });
  });

  it('leaves out what no cell fills: no empty objects, none of constants alone', () => {
    const { members } = pieceOf(mapRow(rowOf(9, 'LPL 8', 'Adjudicación directa')));
    expect(members).not.toHaveProperty('contracts');
    expect(members.tender).toEqual({
      id: 'LPL 8',
      status: 'complete',
      procurementMethod: 'direct',
      procurementMethodDetails: 'Adjudicación directa',
    });
  });

  it.each<[string, number, string, [string, number][]]>([
    ['an amount of zero, which is unknown', 6, '0', [['amount-zero-unknown', 6]]],
    ['an amount in words', 6, 'mil pesos', [['amount-unreadable', 6]]],
    ['a net amount above the gross one', 5, '2000', [['net-above-gross', 5]]],
    ['a date outside all years', 3, '15/03/2525', [['date-out-of-range', 3]]],
    ['an end before its start', 4, '2024-12-31', [['date-order', 4]]],
    ['a method that the list does not have', 1, 'Rifa', [['code-unknown', 1]]],
    ['an address that is none', 10, 'ver archivo', [['url-unreadable', 10]]],
    ['a number of child rows that are not there', 9, '7', [['child-missing', 9]]],
  ])('tells the cell of %s', (_, column, text, expected) => {
    const cells = whole.cells.with(column, text);
    expect(rulesOf(mapRow({ ...whole, cells }))).toEqual(expected);
  });

  const severitiesOf = (row: MappedRow | undefined) =>
    row?.outcome === 'piece' ? row.faults.map(({ rule, severity }) => [rule, severity]) : [];

  it.each<[string, number, string, string, string]>([
    ['an amount in words', 6, 'mil pesos', 'amount-unreadable', 'error'],
    ['a date that is none, where the profile needs it', 3, 'ayer', 'date-unreadable', 'error'],
    ['a date that is none, elsewhere', 4, 'ayer', 'date-unreadable', 'warning'],
    ['an amount of zero', 6, '0', 'amount-zero-unknown', 'warning'],
    ['a net amount above the gross one', 5, '2000', 'net-above-gross', 'error'],
    ['an end before its start', 4, '2024-12-31', 'date-order', 'error'],
    ['no method, which the profile asks for', 1, 'N/A', 'required-cell-empty', 'error'],
  ])('weighs %s', (_, column, text, rule, severity) => {
    expect(severitiesOf(mapRow({ ...whole, cells: whole.cells.with(column, text) }))).toEqual([[rule, severity]]);
  });

  it('lets a mandatory cell be blank where another explains it, and where it is not asked for', () => {
    const [AMOUNT, SUPPLIER, DESCRIPTION] = [6, 7, 2];
    const blank = whole.cells.with(AMOUNT, '').with(5, '');
    expect(severitiesOf(mapRow({ ...whole, cells: blank }))).toEqual([]);
    const unexplained = blank.with(DESCRIPTION, '');
    const outcome = mapRow({ ...whole, cells: unexplained });
    expect(severitiesOf(outcome)).toEqual([['required-cell-empty', 'error']]);
    expect(outcome).toMatchObject({ faults: [{ remedy: { es: expect.stringContaining('«Descripción»') } }] });
    expect(severitiesOf(mapRow({ ...whole, cells: unexplained.with(SUPPLIER, '').with(8, '') }))).toEqual([]);
  });

  it.each([
    ["=cmd|' /C calc'!A0", true],
    ["@SUM(1+1)*cmd|' /C calc'!A0", true],
    ['=HYPERLINK("http://ejemplo.mx","acta")', true],
    ['=A1+B2', true],
    ['="Papelería"', false],
    ['+52 33 1234 5678', false],
    ['- Papel: lápices', false],
    ['==== Papelería', false],
  ])('takes a formula in the place of a value for nothing: %s', (text, isFormula) => {
    const outcome = mapRow({ ...whole, cells: whole.cells.with(2, text) });
    expect(severitiesOf(outcome)).toEqual(isFormula ? [['formula-text', 'error']] : []);
    const { title } = pieceOf(outcome).members.tender as { title?: string };
    expect(title?.startsWith('="')).toBe(isFormula ? undefined : false);
  });

  it('publishes no value that comes from another workbook, not even from a child sheet', () => {
    const unsound = [
      { column: 6, kind: 'external', found: '[1]Hoja' },
      { column: 2, kind: 'error', found: '#REF!' },
      { column: 40, kind: 'external', found: '[1]Hoja' },
    ] as const;
    const outcome = mapRow({ ...whole, unsound });
    expect(severitiesOf(outcome)).toEqual([
      ['external-value', 'error'],
      ['cell-error', 'warning'],
    ]);
    expect(outcome).toMatchObject({
      faults: [{ column: 6, value: '1160', message: { es: expect.stringContaining('[1]Hoja') } }, { column: 2 }],
    });
    expect(JSON.stringify(pieceOf(outcome).members)).not.toContain('1160');
  });

  it('refuses a row that names no process, and leaves out one that is no procurement', () => {
    expect(mapRow(rowOf(9, '', 'Licitación pública', 'algo'))).toMatchObject({
      outcome: 'refused',
      faults: [{ rule: 'row-without-identity', row: 9, column: -1 }],
    });
    const sale = [...whole.cells, 'ENAJENACIÓN'];
    expect(mapRow({ ...whole, cells: sale })).toMatchObject({ outcome: 'skipped', reason: 'no es una contratación' });
  });

  it('gives nothing for a row without text', () => {
    expect(mapRow(rowOf(10, '', ' ', ''))).toBeUndefined();
  });

  it('keeps cells beyond the header from passing unseen', () => {
    const cells = [...whole.cells, '', 'sobrante'];
    expect(rulesOf(mapRow({ ...whole, cells }))).toEqual([['row-surplus-cells', -1]]);
  });

  it('says where each value came from when it is asked', () => {
    const { origins } = pieceOf(mapRow(whole, { explain: true }));
    expect(origins).toContainEqual({
      pointer: expect.stringMatching(/^\/contracts\/\[contrato-[0-9a-f]+\]\/value\/amount$/) as string,
      sheet: 'Reporte',
      row: 8,
      column: 6,
      header: 'Monto con impuestos (MXN)',
      value: '1160',
    });
    expect(origins).toContainEqual(expect.objectContaining({ header: 'Razón Social', sheet: 'Tabla_1', row: 5 }));
    const local = pieceOf(mapRow({ ...whole, cells: [...whole.cells, 'Local'] }, { explain: true }));
    const pointer = expect.stringMatching(/^\/parties\/\[nombre-[0-9a-f]+\]\/details\/kind$/) as string;
    expect(local.origins).toContainEqual(expect.objectContaining({ header: 'Clase', pointer }));
  });
});
