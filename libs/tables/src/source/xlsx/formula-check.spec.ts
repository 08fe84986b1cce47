import { readSource } from '../../../test/read-source.js';
import { sampleWorkbook } from '../../../test/sample-workbook.js';
import { createFormulaCheck } from './formula-check.js';

const outside = (formula: string) =>
  createFormulaCheck({ sheet: 'Datos', externalNames: new Set(['PRECIO_2025']) }).outside(formula, 1, 0);

describe('a formula', () => {
  it.each([
    ['[1]Hoja1!A1', '[1]Hoja1'],
    ['SUM(A1,[2]Año.2024!$B$2)*1.16', '[2]Año.2024'],
    ["'[1]Hoja 1'!A1", "[1]Hoja 1'"],
    ["IF(A1>0,'C:\\datos\\[precios 2025.xlsx]Hoja 1'!B2,0)", "[precios 2025.xlsx]Hoja 1'"],
    ['[1]!Precio', '[1]'],
    ['A1*precio_2025', 'precio_2025'],
    ['_xlfn.WEBSERVICE("https://ejemplo.mx")', '_xlfn.WEBSERVICE'],
    ['IMPORTRANGE("a","b")', 'IMPORTRANGE'],
  ])('that takes its value from elsewhere is known: %s', (formula, found) => {
    expect(outside(formula)).toBe(found);
  });

  it.each([
    'SUM(A1:B7)*1.16',
    "'Hoja 1'!A1+Otra!B2",
    'Tabla1[[#This Row],[2024]]*Hoja!A1',
    'SUM(Tabla1[2024])',
    'CONCATENATE("[1]Hoja!A1")',
    'A1*precio_20256',
    "'Hoja a|b'!A1",
    'MIRTD(A1)',
    'HYPERLINK("https://ejemplo.mx","acta")',
  ])('of the workbook itself is not: %s', (formula) => {
    expect(outside(formula)).toBeUndefined();
  });
});

describe('cells with values from another workbook', () => {
  it('are told of with their reference, those that share the formula too, and by a name that stands for it', async () => {
    const row =
      '<row r="2"><c r="A2"><f>[1]Hoja!A1</f><v>100</v></c>' +
      '<c r="B2"><f t="shared" ref="B2:B3" si="0">[1]Hoja!B1</f><v>7</v></c><c r="C2"><f>A2+1</f><v>101</v></c></row>' +
      '<row r="3"><c r="B3"><f t="shared" si="0"/><v>8</v></c><c r="C3"><f>Precio</f><v>5</v></c></row>';
    const names = '<definedNames><definedName name="Precio">[1]Hoja!$A$1</definedName></definedNames>';
    const source = await readSource(await sampleWorkbook({ sheets: { Datos: row }, workbookPr: names }));
    expect(
      source.rows().map(({ cells, unsound }) => [cells, unsound?.map(({ column, found }) => [column, found])]),
    ).toEqual([
      [
        ['100', '7', '101'],
        [
          [0, '[1]Hoja'],
          [1, '[1]Hoja'],
        ],
      ],
      [
        ['', '8', '5'],
        [
          [1, '[1]Hoja'],
          [2, 'Precio'],
        ],
      ],
    ]);
  });
});
