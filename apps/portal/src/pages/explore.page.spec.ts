import { inventedBeginning, inventedExploration } from '../examples/invented-charts.js';
import { textOf } from '../examples/text-of.js';
import { explorePage } from './explore.page.js';

describe('the charts', () => {
  const page = explorePage(inventedExploration());
  const read = textOf(page);

  it('say in their titles what they find', () => {
    for (const finding of [
      '2023 es el año con más contratado: 1,498 millones de pesos',
      'En 2024, 13 de cada 100 procedimientos fueron adjudicación directa',
      'Los 2 mayores compradores suman 65 de cada 100 pesos contratados',
      'En 50 de cada 100 concursos se presentó una sola oferta',
      'la mitad de los concursos se decidió a más tardar 12 días después de recibir ofertas',
    ])
      expect(read).toContain(finding);
  });

  it('say up to which change they were counted, and whether something came after it', () => {
    expect(read).toContain('Con los primeros 48,213 cambios publicados; los siguientes se están contando.');
    expect(textOf(explorePage(inventedBeginning()))).toContain('Con todo lo publicado hasta ahora: 0 cambios.');
  });

  it('draw the longest bar for the largest figure', () => {
    const widths = [...page.matchAll(/<rect width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths.slice(0, 2).map((width) => Math.round(width))).toEqual([54, 100]);
    expect(widths[2]).toBeLessThan(1);
  });

  it('repeat each bar in a table that leads to its rows', () => {
    expect(page).toContain('href="/procesos?year=2023&amp;currency=MXN&amp;amountStage=contract&amp;sort=amount"');
    expect(page).toContain(
      'href="/procesos?buyer=MX-RFC-PYJ010101AB1&amp;currency=MXN&amp;amountStage=contract&amp;sort=amount"',
    );
    expect(page).toContain('href="/procesos?offers=5" aria-label="Ver los procedimientos: Cinco ofertas o más"');
    expect(read).toContain('2024 13 % 312');
  });

  it('say so where there is too little to answer', () => {
    const nothing = textOf(explorePage(inventedBeginning()));
    expect(nothing.match(/Todavía hay muy pocos datos para responder\./g)).toHaveLength(5);
  });
});
