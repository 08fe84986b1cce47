import { readSource } from '../../../test/read-source.js';
import { sampleWorkbook } from '../../../test/sample-workbook.js';

describe('cells of workbooks', () => {
  it('come as text, whatever they are', async () => {
    const source = await readSource(
      await sampleWorkbook({
        sharedStrings:
          '<si><t>Año</t></si><si><r><t xml:space="preserve">Obra </t></r><r><rPr><b/></rPr><t>nueva</t></r>' +
          '<rPh sb="0" eb="1"><t>obura</t></rPh><phoneticPr fontId="1"/></si><si/><si><t><![CDATA[a < b & c]]></t></si>',
        sheets: {
          Datos:
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
            '<c r="D1" t="s"><v>3</v></c></row>' +
            '<row r="2"><c r="A2" t="inlineStr"><is><r><t>A &amp; </t></r><r><t>B&#241;_x000D_</t></r></is></c>' +
            '<c r="B2" t="str"><f>A1&amp;""</f><v>Año</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="b"><v>0</v></c></row>',
        },
      }),
    );
    expect(source.format).toBe('xlsx');
    expect(source.cells()).toEqual([
      ['Año', 'Obra nueva', '', 'a < b & c'],
      ['A & Bñ\r', 'Año', 'VERDADERO', 'FALSO'],
    ]);
  });

  it('that are numbers come without residue of binary arithmetic and without exponent', async () => {
    const numbers = [
      '1234.5600000000001',
      '0.30000000000000004',
      '1E-7',
      '2.5e21',
      '-0.10',
      '12345678901234567890',
      '0',
    ];
    const row = `<row>${numbers.map((number) => `<c><v>${number}</v></c>`).join('')}</row>`;
    const { cells } = await readSource(await sampleWorkbook({ sheets: { N: row } }));
    expect(cells()).toEqual([
      ['1234.56', '0.3', '0.0000001', '2500000000000000000000', '-0.1', '12345678901234567890', '0'],
    ]);
  });

  const styles =
    '<styleSheet><numFmts count="3"><numFmt numFmtId="164" formatCode="[$-80A]d&quot; de &quot;mmmm"/>' +
    '<numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/><numFmt numFmtId="166" formatCode="&quot;$&quot;#,##0.00;[Red]d"/>' +
    '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>' +
    "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='20'/><xf numFmtId='166'/><xf numFmtId='46'/></cellXfs></styleSheet>";

  it.each([
    ['1900', '', ['45000', '2023-03-15', '2023-03-15', '2023-03-15T12:00:00', '12:00:00', '45000', '30:00:00']],
    [
      '1904',
      '<workbookPr date1904="1"/>',
      ['45000', '2027-03-16', '2027-03-16', '2027-03-16T12:00:00', '12:00:00', '45000', '30:00:00'],
    ],
  ])('that are dates of the system of %s are told by their format', async (_, workbookPr, expected) => {
    const values = ['45000', '45000', '45000', '45000.5', '0.5', '45000', '1.25'];
    const row = `<row>${values.map((value, style) => `<c s="${style}"><v>${value}</v></c>`).join('')}</row>`;
    const { cells } = await readSource(await sampleWorkbook({ sheets: { D: row }, styles, workbookPr }));
    expect(cells()).toEqual([expected]);
  });

  it('that are no date, though formatted as one, stay numbers', async () => {
    const row =
      '<row><c s="1"><v>-5</v></c><c s="1"><v>0</v></c><c s="1"><v>99999999</v></c><c s="1"><v>59</v></c></row>';
    const { cells } = await readSource(await sampleWorkbook({ sheets: { D: row }, styles }));
    expect(cells()).toEqual([['-5', '0', '99999999', '1900-02-28']]);
  });

  it('in error, and formulas never calculated, are blank and told of', async () => {
    const row =
      '<row r="5"><c r="B5" t="e"><v>#N/A</v></c><c r="C5"><f>1+1</f></c><c r="D5"><f>1+1</f><v>2</v></c></row>';
    const source = await readSource(await sampleWorkbook({ sheets: { F: row } }));
    const unsound = [
      { column: 1, kind: 'error', found: '#N/A' },
      { column: 2, kind: 'no-result', found: '' },
    ];
    expect(source.rows()).toEqual([{ sheet: 'F', row: 5, cells: ['', '', '', '2'], unsound }]);
  });
});

describe('sheets of workbooks', () => {
  it('are listed in order, the hidden ones too', async () => {
    const cell = '<row><c><v>1</v></c></row>';
    const source = await readSource(
      await sampleWorkbook({
        sheets: { 'Reporte &amp; más': cell, Hidden_1: cell, Tabla_1: '' },
        states: { Hidden_1: 'state="hidden"', Tabla_1: 'state="veryHidden"' },
      }),
    );
    expect(source.sheets).toEqual([
      { name: 'Reporte & más', hidden: false },
      { name: 'Hidden_1', hidden: true },
      { name: 'Tabla_1', hidden: true },
    ]);
    expect(source.cells('Hidden_1')).toEqual([['1']]);
    expect(source.cells('Tabla_1')).toEqual([]);
  });

  it('keep places over gaps, with addresses or without', async () => {
    const data =
      '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="AB3"><v>3</v></c></row><row><c><v>4</v></c></row><row r="9" spans="1:2"/>';
    const { rows } = await readSource(await sampleWorkbook({ sheets: { G: data } }));
    expect(rows()).toEqual([
      { sheet: 'G', row: 3, cells: ['', '1', '2', ...Array<string>(24).fill(''), '3'] },
      { sheet: 'G', row: 4, cells: ['4'] },
    ]);
  });

  it('with prefixed elements are read too', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><!-- <x:c> --><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>uno</x:t></x:is></x:c></x:row>' +
      '</x:sheetData></x:worksheet>';
    const { cells } = await readSource(
      await sampleWorkbook({ sheets: { P: '' }, parts: { 'xl/worksheets/sheet0.xml': sheet } }),
    );
    expect(cells()).toEqual([['uno']]);
  });

  it('with merged cells give the value to the first of them, and say so', async () => {
    const source = await readSource(
      await sampleWorkbook({
        sheets: { M: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row>' },
        after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
      }),
    );
    expect(source.cells()).toEqual([['1']]);
    expect(source.notices).toMatchObject([{ code: 'MERGED_CELLS', sheet: 'M' }]);
  });

  it('of a million blank rows cost little and give nothing', async () => {
    const blanks = Array.from(
      { length: 1_000_000 },
      (_, row) => `<row r="${row + 2}"><c r="A${row + 2}" s="0"/></row>`,
    );
    const book = await sampleWorkbook({ sheets: { B: `<row r="1"><c><v>1</v></c></row>${blanks.join('')}` } });
    const before = performance.now();
    expect((await readSource(book)).rows()).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  it('share texts that partly wait on disk', async () => {
    const count = 20_000;
    const texts = Array.from({ length: count }, (_, index) => `<si><t>Texto largo número ${index}</t></si>`);
    const rows = Array.from(
      { length: count },
      (_, index) => `<row><c t="s"><v>${(index * 7919) % count}</v></c></row>`,
    );
    const book = await sampleWorkbook({ sheets: { S: rows.join('') }, sharedStrings: texts.join('') });
    const { cells } = await readSource(book, { textsInMemory: 10_000 });
    expect(cells()).toEqual(
      Array.from({ length: count }, (_, index) => [`Texto largo número ${(index * 7919) % count}`]),
    );
  });
});
