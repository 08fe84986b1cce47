import { utils, write } from '@e965/xlsx';
import { readSource, refusalOf } from '../../../test/read-source.js';

function legacyWorkbook(): Buffer {
  const sheet = utils.aoa_to_sheet([['Año', 'Monto', 'Fecha', 'Vigente'], [], [2014, 1234.56, 41_640, true]]);
  sheet['C3'] = { t: 'n', v: 41_640, z: 'dd/mm/yyyy' };
  sheet['E3'] = { t: 'e', v: 0x2a };
  sheet['!ref'] = 'A1:E3';
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Contratos');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Licitación']]), 'Hidden_1');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
}

describe('workbooks of Excel 97 to 2003', () => {
  it('give the same rows as later ones', async () => {
    const source = await readSource(legacyWorkbook());
    expect(source.format).toBe('xls');
    expect(source.sheets).toEqual([
      { name: 'Contratos', hidden: false },
      { name: 'Hidden_1', hidden: true },
    ]);
    expect(source.rows()).toEqual([
      { sheet: 'Contratos', row: 1, cells: ['Año', 'Monto', 'Fecha', 'Vigente'] },
      {
        sheet: 'Contratos',
        row: 3,
        cells: ['2014', '1234.56', '2014-01-01', 'VERDADERO'],
        unsound: [{ column: 4, kind: 'error', found: '#N/A' }],
      },
    ]);
    expect(source.cells('Hidden_1')).toEqual([['Licitación']]);
    expect(source.notices).toMatchObject([{ code: 'MERGED_CELLS', sheet: 'Contratos' }]);
  });

  it('are refused beyond a size, and when cut short', async () => {
    expect((await refusalOf(legacyWorkbook(), { xlsBytes: 1000 })).code).toBe('FILE_TOO_LARGE');
    expect((await refusalOf(legacyWorkbook().subarray(0, 700))).code).toBe('WORKBOOK_BROKEN');
  });
});
