import { createHash } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { withFile } from '../../../test/read-source.js';
import { sampleWorkbook } from '../../../test/sample-workbook.js';
import { openSourceTables } from '../open-source-tables.js';

/** Rows that hardly deflate, so that a sheet takes many reads. */
function denseRows(name: string): string {
  const texts = Array.from({ length: 6_000 }, (_, n) => createHash('sha512').update(`${name}${n}`).digest('base64'));
  return texts.map((text) => `<row><c t="str"><v>${text}</v></c></row>`).join('');
}

const NAMES = ['A', 'B', 'C'];

it('takes no harm when sheets are left while others wait to be read', async () => {
  const book = await sampleWorkbook({ sheets: Object.fromEntries(NAMES.map((name) => [name, denseRows(name)])) });
  await withFile(book, async (path) => {
    for (let round = 0; round < 10; round++) {
      const tables = await openSourceTables(path);
      const sheets = NAMES.map((name) => tables.rows(name)[Symbol.asyncIterator]());
      const firsts = await Promise.all(sheets.map((rows) => rows.next()));
      expect(firsts.map(({ done }) => done)).toEqual([false, false, false]);
      await Promise.all(sheets.map((rows) => rows.return?.()));
      await tables.close();
    }
    // What fails where nobody can catch it fails a moment later, and the runner then tells of it.
    await after(50);
  });
});
