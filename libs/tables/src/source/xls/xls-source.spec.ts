import { CFB, utils, write } from '@e965/xlsx';
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

  it.each<[string, number[]]>([
    ['RC4', [1, 0, 1, 0, 1, 0, ...Array.from({ length: 48 }, (_, n) => n)]],
    ['the CryptoAPI', [1, 0, 4, 0, 2, 0, ...Array.from({ length: 60 }, (_, n) => n)]],
    ['XOR', [0, 0, 0x12, 0x34, 0x56, 0x78]],
  ])('are refused as encrypted when a password opens them, by %s', async (_, key) => {
    expect(await refusalOf(lockedWorkbook(key))).toMatchObject({ code: 'ENCRYPTED' });
  });
});

/** The begin of a workbook and the record that says how the rest is encrypted ([MS-XLS] 2.4.117), which is all that can be read. */
function lockedWorkbook(key: readonly number[]): Buffer {
  const begin = [0x09, 0x08, 16, 0, 0, 6, 5, 0, 0xbb, 0x0d, 0xcc, 0x07, 0, 0, 0, 0, 6, 0, 0, 0];
  const locked = [0x2f, 0, key.length, 0, ...key];
  const compound = CFB.utils.cfb_new();
  CFB.utils.cfb_add(compound, '/Workbook', Buffer.from([...begin, ...locked, ...Array<number>(200).fill(0x5a)]));
  return Buffer.from(CFB.write(compound, { type: 'buffer' }) as Buffer);
}
