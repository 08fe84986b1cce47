import { gzipSync } from 'node:zlib';
import { allOf, readSource, refusalOf, withFile } from '../../../test/read-source.js';
import { openSourceTables } from '../open-source-tables.js';

describe('CSV of publishers', () => {
  it.each([
    ['comma', 'a,b\n1,2\n', ','],
    ['semicolon beside decimal commas', 'a;b\n1,5;2\n1,7;3\n', ';'],
    ['tab', 'a\tb\n1\t2, o 3\n', '\t'],
    ['bar', 'a|b\n1|2\n', '|'],
    ['the one Excel is told of', 'sep=;\na;b\n1;2,5,7\n', ';'],
  ])('tells the separator: %s', async (_, text, delimiter) => {
    const source = await readSource(text);
    expect(source.delimiter).toBe(delimiter);
    expect(source.cells().at(-1)).toHaveLength(2);
  });

  it.each([
    ['LF', 'a,b\n1,2\n3,4'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR alone', 'a,b\r1,2\r3,4\r'],
    ['LF and CRLF mixed', 'a,b\r\n1,2\n3,4\r\n'],
  ])('ends lines with %s', async (_, text) => {
    expect((await readSource(text)).cells()).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('reads UTF-8 with a byte order mark', async () => {
    const source = await readSource('\uFEFFAño,Descripción\n2025,Niñez\n');
    expect(source.encoding).toBe('utf-8');
    expect(source.cells()[0]).toEqual(['Año', 'Descripción']);
    expect(source.notices).toEqual([]);
  });

  it('reads Windows-1252 and says so, though its first accent comes after a megabyte', async () => {
    const lines = 'uno,dos\n'.repeat(150_000);
    const source = await readSource(
      Buffer.concat([Buffer.from(lines), Buffer.from('\x93A\xF1o\x94,\x80 5\n', 'latin1')]),
    );
    expect(source.encoding).toBe('windows-1252');
    expect(source.cells().at(-1)).toEqual(['“Año”', '€ 5']);
    expect(source.notices.map(({ code }) => code)).toEqual(['ENCODING_GUESSED']);
  });

  it('reads the Unicode text of Excel (UTF-16)', async () => {
    const source = await readSource(Buffer.from('\uFEFFAño\tTítulo\r\n2025\tObra\r\n', 'utf16le'));
    expect(source.encoding).toBe('utf-16le');
    expect(source.cells()[0]).toEqual(['Año', 'Título']);
  });

  it('keeps line ends and separators within quotes', async () => {
    const { cells } = await readSource('a,b\n"uno\ndos\r\ntres, ""cuatro""",2\n');
    expect(cells()[1]).toEqual(['uno\ndos\r\ntres, "cuatro"', '2']);
  });

  it('takes quotes that are not doubled as text, and says where', async () => {
    const source = await readSource('a,b,c\nObra "Norte" 2,x,y\n"La Luz" SA,x,"u, v"\n"SA "La Luz" de CV",x,y\n');
    expect(source.cells().slice(1)).toEqual([
      ['Obra "Norte" 2', 'x', 'y'],
      ['"La Luz" SA', 'x', 'u, v'],
      ['SA "La Luz" de CV', 'x', 'y'],
    ]);
    expect(source.notices).toMatchObject([
      { code: 'STRAY_QUOTE', row: 3, column: 0 },
      { code: 'STRAY_QUOTE', row: 4, column: 0 },
    ]);
  });

  it('fills short rows up and keeps what rows have too much, and says where', async () => {
    const source = await readSource('a,b,c\n1,2,3\n4\n5,6,7,8\n,,\n9,10,11,\n');
    expect(source.rows().map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, 'a', 'b', 'c'],
      [2, '1', '2', '3'],
      [3, '4', '', ''],
      [4, '5', '6', '7', '8'],
      [6, '9', '10', '11', ''],
    ]);
    expect(source.notices).toMatchObject([
      { code: 'SHORT_ROW', row: 3 },
      { code: 'SURPLUS_CELLS', row: 4 },
    ]);
  });

  it('lets titles before the header through, and blank lines count as rows', async () => {
    const source = await readSource(
      'Listado al 30 de junio\n\nNo,RFC,Nombre\n1,AAA010101AAA,Uno\n2,BBB010101BB1,Dos\n',
    );
    expect(source.rows().map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, 'Listado al 30 de junio'],
      [3, 'No'],
      [4, '1'],
      [5, '2'],
    ]);
    expect(source.notices).toEqual([]);
  });

  it('keeps long cells, apostrophes, zeros in front and repeated headings', async () => {
    const long = 'ñ"\n'.repeat(100_000);
    const { cells } = await readSource(`clave,clave,\n'00123,007,"${long.replaceAll('"', '""')}"\n`);
    expect(cells()).toEqual([
      ['clave', 'clave', ''],
      ["'00123", '007', long],
    ]);
  });

  it('may be gone through again, packed or not, and tells of each thing once', async () => {
    await withFile(gzipSync('a,b\n1,2\n3\n'), async (path) => {
      const source = await openSourceTables(path);
      const first = await allOf(source.rows(''));
      expect(await allOf(source.rows(''))).toEqual(first);
      expect(first).toHaveLength(3);
      expect(source.notices).toMatchObject([{ code: 'SHORT_ROW', row: 3 }]);
    });
  });

  it('names the line where a quote is left open', async () => {
    const error = await refusalOf('a,b\n"uno\ndos",2\n3,"abierta\n4,5\n');
    expect(error).toMatchObject({ code: 'CSV_BROKEN', place: { line: 4 } });
    expect(error.message).toBe('Unas comillas quedan abiertas (línea 4).');
  });

  it('refuses a cell and a row beyond the limits', async () => {
    expect(await refusalOf(`a,b\n1,"${'x'.repeat(3000)}`, { cellLength: 2000 })).toMatchObject({
      code: 'CELL_TOO_LONG',
    });
    expect(await refusalOf(`a,b\n${'1,'.repeat(50)}\n`, { columns: 40 })).toMatchObject({
      code: 'TOO_MANY_COLUMNS',
      place: { row: 2 },
    });
  });

  it('refuses gzip that is cut short, or a bomb', async () => {
    const packed = gzipSync('a,b\n1,2\n'.repeat(10_000));
    expect((await refusalOf(packed.subarray(0, -20))).code).toBe('GZIP_BROKEN');
    expect((await refusalOf(packed, { unpackedBytes: 1000 })).code).toBe('ZIP_BOMB');
  });
});
