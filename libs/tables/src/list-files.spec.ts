import { buffer, text } from 'node:stream/consumers';
import { readSource } from '../test/read-source.js';
import { csvOfRows, type RowList, workbookOfRows } from './list-files.js';

function list(): RowList {
  return {
    columns: [
      { heading: 'ocid', type: 'string' },
      { heading: 'título', type: 'string' },
      { heading: 'monto', type: 'number' },
    ],
    batches: (async function* () {
      yield [['a', '=1+1', 12.5]];
      yield [['b', undefined, undefined]];
    })(),
  };
}

describe('a list as a file', () => {
  it('is CSV that Excel opens, with formulas neutralised', async () => {
    expect(await text(csvOfRows(list()))).toBe("ocid,título,monto\r\na,'=1+1,12.5\r\nb,,\r\n");
    expect((await buffer(csvOfRows(list()))).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('is a workbook that reads back the same', async () => {
    const read = await readSource(await buffer(workbookOfRows('procesos', list())));
    expect(read.sheets.map(({ name }) => name)).toEqual(['procesos']);
    expect(read.cells().map((cells) => [...cells])).toEqual([
      ['ocid', 'título', 'monto'],
      ['a', '=1+1', '12.5'],
      ['b'],
    ]);
  });

  it('ends with an error where its rows do', async () => {
    const failing = async function* (): AsyncGenerator<[]> {
      yield await Promise.reject<[]>(new Error('sin base de datos'));
    };
    for (const file of [csvOfRows, (one: RowList) => workbookOfRows('x', one)])
      await expect(buffer(file({ columns: [], batches: failing() }))).rejects.toThrow('sin base de datos');
  });
});
