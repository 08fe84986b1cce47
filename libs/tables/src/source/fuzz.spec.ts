import { parse } from 'csv-parse/sync';
import { readSource } from '../../test/read-source.js';
import { sampleWorkbook } from '../../test/sample-workbook.js';
import { TableError } from '../table-error.js';

/** The same numbers at every run (Park and Miller's generator). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A byte changed, a part taken out or doubled; one to four times. */
function mutated(bytes: Buffer, random: (below: number) => number): Buffer {
  let result = Buffer.from(bytes);
  for (let times = 1 + random(4); times > 0 && result.length > 0; times--) {
    const [at, length] = [random(result.length), random(40)];
    const kind = random(4);
    if (kind < 2) result[at] = kind === 0 ? random(256) : SIGNS.charCodeAt(random(SIGNS.length));
    else if (kind === 2) result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
    else result = Buffer.concat([result.subarray(0, at + length), result.subarray(at)]);
  }
  return result;
}

const SIGNS = '<>&"\';,\n\r/= \0';

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
  const random = randomFrom(seed);
  const outcomes = new Set<string>();
  for (let run = 0; run < count; run++) outcomes.add(await outcomeOf(mutated(original, random)));
  return outcomes;
}

const RUNS = 120;

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
    const random = randomFrom(13);
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a &#x41;</t></is></c><c r="C1"><f>1</f><v>1.5</v></c></row>' +
      '<row r="2"><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>';
    const outcomes = new Set<string>();
    for (let run = 0; run < RUNS; run++) {
      const parts = { 'xl/worksheets/sheet0.xml': mutated(Buffer.from(sheet), random).toString('latin1') };
      outcomes.add(await outcomeOf(await sampleWorkbook({ sheets: { Datos: '' }, parts })));
    }
    expect([...outcomes].sort()).toEqual(['refused', 'rows']);
  });

  it('but well-formed CSV is read as csv-parse reads it', async () => {
    const random = randomFrom(17);
    const pieces = ['a', 'ñ', '"x,y"', '"dos\nlíneas"', '"di ""hola"""', '', ' b ', '0.5'];
    for (let run = 0; run < 100; run++) {
      const rows = Array.from({ length: 2 + random(5) }, () =>
        ['1', ...Array.from({ length: 3 }, () => pieces[random(pieces.length)]!)].join(','),
      );
      const text = rows.join(run % 2 === 0 ? '\n' : '\r\n');
      expect((await readSource(text)).cells()).toEqual(parse(text));
    }
  });
});
