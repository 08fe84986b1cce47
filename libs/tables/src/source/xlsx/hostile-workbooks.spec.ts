import { readSource, refusalOf } from '../../../test/read-source.js';
import { sampleWorkbook } from '../../../test/sample-workbook.js';

const SHEETS = { Datos: '<row><c><v>1</v></c></row>' };

describe('workbooks that do harm', () => {
  it.each([['xl/vbaProject.bin'], ['xl/macrosheets/sheet1.xml']])('with macros are refused: %s', async (part) => {
    const error = await refusalOf(await sampleWorkbook({ sheets: SHEETS, parts: { [part]: 'x' } }));
    expect(error.code).toBe('MACROS');
    expect(error.remedy.es).toContain('.xlsx');
  });

  it.each([
    ['<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>', 'DDE'],
    ['<x:externalLink xmlns:x="y"><x:oleLink progId="Package"/></x:externalLink>', 'OLE'],
  ])('with links that start a program are refused: %s', async (link, kind) => {
    const parts = { 'xl/externalLinks/externalLink1.xml': link };
    const error = await refusalOf(await sampleWorkbook({ sheets: SHEETS, parts }));
    expect(error.code).toBe('ACTIVE_LINK');
    expect(error.reason.es).toContain(kind);
  });

  it.each([
    "cmd|'/C calc'!A0",
    "+cmd|' /C powershell'!A0",
    "SUM(1+1)*cmd|' /C calc'!A0",
    "'cmd'|'/C calc'!A0",
    "MSEXCEL|'\\..\\..\\cmd.exe /c calc'!_xlbgnm.A1",
  ])('with formulas that start a program are refused, and where: %s', async (formula) => {
    const sheets = { Datos: `<row r="3"><c r="B3"><f>${formula}</f><v>1</v></c></row>` };
    const error = await refusalOf(await sampleWorkbook({ sheets }));
    expect(error).toMatchObject({ code: 'ACTIVE_LINK', place: { sheet: 'Datos', row: 3, column: 1 } });
  });

  it('with links to other files and embedded objects are read without them', async () => {
    const parts = { 'xl/externalLinks/externalLink1.xml': '<x/>', 'xl/embeddings/oleObject1.bin': 'MZ' };
    const source = await readSource(await sampleWorkbook({ sheets: SHEETS, parts }));
    expect(source.cells()).toEqual([['1']]);
    expect(source.notices.map(({ code }) => code)).toEqual(['EXTERNAL_LINKS', 'EMBEDDED_OBJECTS']);
  });

  it.each(['xl/workbook.xml', 'xl/worksheets/sheet0.xml', 'xl/sharedStrings.xml'])(
    'that declare entities are refused: %s',
    async (part) => {
      const xml =
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>';
      const error = await refusalOf(await sampleWorkbook({ sheets: SHEETS, parts: { [part]: xml } }));
      expect(error.code).toBe('UNSAFE_XML');
    },
  );

  it('that unpack beyond measure are refused, by ratio and by size', async () => {
    const blanks = await sampleWorkbook({ sheets: SHEETS, parts: { 'xl/media/a.xml': ' '.repeat(40 * 1024 * 1024) } });
    expect((await refusalOf(blanks)).code).toBe('ZIP_BOMB');
    expect((await refusalOf(await sampleWorkbook({ sheets: SHEETS }), { unpackedBytes: 500 })).code).toBe('ZIP_BOMB');
  });

  it('that declare a part smaller than it is are refused', async () => {
    const book = await sampleWorkbook({ sheets: { Datos: '<row><c><v>1</v></c></row>'.repeat(1000) } });
    const entry = book.lastIndexOf('xl/worksheets/sheet0.xml') - 46;
    book.writeUInt32LE(book.readUInt32LE(entry + 24) - 1000, entry + 24);
    expect((await refusalOf(book)).code).toBe('ZIP_BOMB');
  });

  it('with paths that lead out of the archive are refused', async () => {
    const book = await sampleWorkbook({ sheets: SHEETS, parts: { 'xl/media/aa/image.png': 'x' } });
    const hostile = Buffer.from(book.toString('latin1').replaceAll('xl/media/aa/', '../../../../'), 'latin1');
    expect((await refusalOf(hostile)).code).toBe('WORKBOOK_BROKEN');
  });

  it('cut short anywhere are refused', async () => {
    const book = await sampleWorkbook({ sheets: SHEETS });
    for (const length of [4, 30, 200, Math.floor(book.length / 2), book.length - 30]) {
      expect((await refusalOf(book.subarray(0, length))).code).toBe('WORKBOOK_BROKEN');
    }
  });

  it('whose sheet has no end, or whose texts are missing, are refused', async () => {
    const cut = { 'xl/worksheets/sheet0.xml': '<worksheet><sheetData><row><c><v>1</v></c></row>' };
    expect(await refusalOf(await sampleWorkbook({ sheets: SHEETS, parts: cut }))).toMatchObject({
      code: 'WORKBOOK_BROKEN',
      place: { sheet: 'Datos' },
    });
    const lost = await sampleWorkbook({ sheets: { Datos: '<row><c t="s"><v>7</v></c></row>' } });
    expect(await refusalOf(lost)).toMatchObject({ code: 'WORKBOOK_BROKEN', place: { row: 1, column: 0 } });
  });

  it('that fill cells far to the right or without end are refused', async () => {
    const wide = await sampleWorkbook({ sheets: { Datos: '<row><c r="XFD1"><v>1</v></c></row>' } });
    expect(await refusalOf(wide)).toMatchObject({ code: 'TOO_MANY_COLUMNS', place: { row: 1, column: 16_383 } });
    const long = await sampleWorkbook({ sheets: { Datos: `<row><c t="str"><v>${'x'.repeat(5000)}</v></c></row>` } });
    expect((await refusalOf(long, { cellLength: 4000 })).code).toBe('CELL_TOO_LONG');
  });
});
