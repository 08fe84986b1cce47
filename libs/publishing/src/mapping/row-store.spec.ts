import { createRowStore } from './row-store.js';

const ROWS = Array.from({ length: 500 }, (_, n) => ({
  sheet: 'Reporte',
  row: n + 8,
  cells: [String(n), 'Año', 'línea\ncon «comillas»', 'x'.repeat(n * 10), ''],
  ...(n % 9 === 0 && { unsound: [{ column: 4, kind: 'external' as const, found: '[1]Hoja!A1' }] }),
}));

describe('rows that wait', () => {
  it.each([
    ['in memory', 10 ** 8],
    ['on disk', 0],
    ['partly on disk', 500_000],
  ])('come out as they went in, in their order: %s', (_, mostInMemory) => {
    using store = createRowStore('Reporte', mostInMemory);
    for (const row of ROWS) store.add(row);
    expect([...store.rows()]).toEqual(ROWS);
  });
});
