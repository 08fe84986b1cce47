import type { FlatColumn } from '#ocds';
import { csvHeadings, csvLines } from './csv-lines.js';

const columns: readonly FlatColumn[] = [
  { heading: 'ocid', index: 1, type: 'string', isKey: true },
  { heading: 'tag', index: 0, type: 'strings', isKey: false },
];

describe('CSV lines', () => {
  it('end in CR LF, and quote what needs it', () => {
    expect(csvHeadings(columns)).toBe('ocid,tag\r\n');
    const rows = [
      [['a', 'b'], 'x'],
      [undefined, 'di "hola", adiós\n'],
      [['á'], ' borde'],
    ];
    expect(csvLines(rows, columns, {})).toBe('x,a;b\r\n"di ""hola"", adiós\n",\r\n" borde",á\r\n');
  });

  it('neutralise formulas unless told to keep them', () => {
    expect(csvLines([[['=a', 'b'], '=1']], columns, {})).toBe("'=1,'=a;b\r\n");
    expect(csvLines([[['=a', 'b'], '=1']], columns, { keepFormulas: true })).toBe('=1,=a;b\r\n');
  });
});
