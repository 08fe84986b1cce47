import type { CellFault } from '#sources';
import { createFaultTally } from './fault-tally.js';

function fault(row: number, column = 3, sheet = 'Tabla_1'): CellFault {
  const [message, remedy] = [
    { es: 'No es un RFC.', en: 'It is no RFC.' },
    { es: 'Corregirlo.', en: 'Mend it.' },
  ];
  const place = { sheet, row, column, header: `Columna ${column}`, value: 'X' };
  return { ...place, rule: 'rfc-invalid', severity: 'warning', message, remedy } as CellFault;
}

describe('the tally of cell faults', () => {
  it('counts each of 120,000 cells once, although rows that refer to them tell of each twice', () => {
    const tally = createFaultTally();
    for (let row = 1; row <= 60_000; row++) tally.add([fault(row), fault(row, 4)]);
    for (let row = 1; row <= 60_000; row++) tally.add([fault(row), fault(row, 4)]);
    expect(tally.groups().map(({ header, count }) => [header, count])).toEqual([
      ['Columna 3', 60_000],
      ['Columna 4', 60_000],
    ]);
  });

  it('keeps what is worth mending by hand, and the first cells as examples', () => {
    const tally = createFaultTally();
    for (let row = 1; row <= 5_000; row++) tally.add([fault(row)]);
    expect(tally.kept().length).toBeLessThan(2_010);
    expect(tally.groups()[0]!.examples.map(({ row }) => row)).toEqual([1, 2, 3]);
  });

  it('tells the sheets of a cell apart', () => {
    const tally = createFaultTally();
    tally.add([fault(8), fault(8, 3, 'Tabla_2'), fault(8)]);
    expect(tally.groups().map(({ sheet, count }) => [sheet, count])).toEqual([
      ['Tabla_1', 1],
      ['Tabla_2', 1],
    ]);
  });
});
