import { parse } from 'csv-parse/sync';
import { TableError } from '#tables';
import { readSource } from '../../libs/tables/test/read-source.js';
import { sampleWorkbook } from '../../libs/tables/test/sample-workbook.js';
import { createDraw, mutateBytes } from './mutate.js';

async function outcomeOf(bytes: Buffer): Promise<string> {
  try {
    const source = await readSource(bytes);
    return source.sheets.every(({ name }) => source.rows(name).every(({ cells }) => cells.every(isText)))
      ? 'rows'
      : 'other';
  } catch (error) {
    return error instanceof TableError ? 'refused' : String(error);
  }
}

function isText(cell: unknown): boolean {
  return typeof cell === 'string';
}

async function outcomesOf(original: Buffer, count: number, seed: number): Promise<ReadonlySet<string>> {
  const draw = createDraw(seed);
  const outcomes = new Set<string>();
  for (let run = 0; run < count; run++) outcomes.add(await outcomeOf(Buffer.from(mutateBytes(original, draw))));
  return outcomes;
}

const RUNS = process.env['C7_QUICK'] ? 60 : 2_000;

describe('files damaged at random', () => {
  it('of CSV give rows or are refused', async () => {
    const text = 'No;Año;"Obra ""x"""\r\n1;2024;"uno\ndos"\r\n2;2025;tres\r\n';
    expect([...(await outcomesOf(Buffer.from(text), RUNS, 7))].sort()).toEqual(['refused', 'rows']);
  });

  it('of workbooks give rows or are refused', async () => {
    const book = await sampleWorkbook({
      sheets: { Datos: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row>', Otra: '' },
      sharedStrings: '<si><t>Año &amp; más</t></si>',
      styles: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    });
    expect([...(await outcomesOf(book, RUNS, 11))].sort()).toEqual(['refused', 'rows']);
  });

  it('of worksheets, the archive being sound, give rows or are refused', async () => {
    const draw = createDraw(13);
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a &#x41;</t></is></c><c r="C1"><f>1</f><v>1.5</v></c></row>' +
      '<row r="2"><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>';
    const outcomes = new Set<string>();
    for (let run = 0; run < RUNS; run++) {
      const parts = {
        'xl/worksheets/sheet0.xml': Buffer.from(mutateBytes(Buffer.from(sheet), draw)).toString('latin1'),
      };
      outcomes.add(await outcomeOf(await sampleWorkbook({ sheets: { Datos: '' }, parts })));
    }
    expect([...outcomes].sort()).toEqual(['refused', 'rows']);
  });

  it('but well-formed CSV is read as csv-parse reads it', async () => {
    const draw = createDraw(17);
    const pieces = ['a', 'ñ', '"x,y"', '"dos\nlíneas"', '"di ""hola"""', '', ' b ', '0.5'];
    for (let run = 0; run < RUNS; run++) {
      const rows = Array.from({ length: 2 + draw(5) }, () =>
        ['1', ...Array.from({ length: 3 }, () => pieces[draw(pieces.length)]!)].join(','),
      );
      const text = rows.join(run % 2 === 0 ? '\n' : '\r\n');
      expect((await readSource(text)).cells()).toEqual(parse(text));
    }
  });
});
