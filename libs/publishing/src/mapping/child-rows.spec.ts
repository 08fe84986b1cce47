import { createChildRows } from './child-rows.js';

const COUNT = 5_000;

function fill(mostInMemory: number) {
  const rows = createChildRows('Tabla_1', mostInMemory);
  for (let n = 0; n < COUNT; n++) rows.add({ sheet: 'Tabla_1', row: n + 4, cells: [String(n % 1_000), `fila ñ ${n}`] });
  rows.add({ sheet: 'Tabla_1', row: 1, cells: ['7.0', 'x'.repeat(2 ** 20)] });
  return rows;
}

describe('rows of a child sheet', () => {
  it.each([
    ['in memory', 2 ** 26],
    ['on disk', 0],
  ])('are found by their number, in the order of the sheet, when they are %s', (_, mostInMemory) => {
    using rows = fill(mostInMemory);
    expect(rows.rowsOf('12').map(({ cells }) => cells[1])).toEqual(
      [12, 1012, 2012, 3012, 4012].map((n) => `fila ñ ${n}`),
    );
    expect(rows.rowsOf('007')).toHaveLength(6);
    expect(rows.rowsOf('7').at(-1)).toEqual({ sheet: 'Tabla_1', row: 1, cells: ['7.0', 'x'.repeat(2 ** 20)] });
    expect(rows.rowsOf('no')).toEqual([]);
  });
});
