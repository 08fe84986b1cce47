import { textOf } from '../examples/text-of.js';
import { html, render } from '../html.js';
import type { Child } from '../html.js';
import { localeOf } from '../locale.js';
import { allExamples } from './all-examples.js';
import { amount } from './amount.js';
import { facets } from './facets.js';
import { findingList } from './finding-list.js';
import { foldedTable } from './folded-table.js';
import { pager } from './pager.js';
import { competingTable } from './party-table.js';
import { resultRow } from './result-row.js';
import { snippet, splitSnippet } from './snippet.js';
import { stateLabel } from './state-label.js';
import { table } from './table.js';

const es = localeOf('es');
const read = (child: Child) => textOf(`<body>${render(html`${child}`)}`).trim();
const example = (component: string, name: string) => read(allExamples[component]?.[name]?.(es));

describe('what is missing is said', () => {
  it('for an amount: never a zero', () => {
    const told = [undefined, { amount: '0.00', currency: 'MXN' }, { amount: 'NaN', currency: 'MXN' }].map((money) =>
      read(amount(money, es)),
    );
    expect(told).toEqual(['No disponible', 'No disponible', 'No disponible']);
  });

  it('for a stage without a date, and for one not reached', () => {
    expect(example('Timeline', 'all five stages')).toContain('El sujeto obligado no reportó fechas de la planeación.');
    expect(example('Timeline', 'only a tender yet')).toContain('Adjudicación Sin datos publicados de esta etapa.');
  });

  it('for a row almost nothing is known of', () => {
    const told = example('Result row', 'almost nothing known');
    expect(told).toContain('Procedimiento ocds-000000-AD-7, sin título en la fuente Comprador no reportado');
    expect(told).toContain('Monto no disponible');
  });

  it('for amounts of a stage', () => {
    const told = example('Money by stage', 'missing amounts, two currencies');
    expect(told).toContain('Presupuesto No disponible El sujeto obligado no reportó el presupuesto.');
    expect(told).toContain('Una adjudicación; otro viene sin monto; sin contar uno cancelado o desierto.');
    expect(told).toContain('$100,000.00 MXN 1,500.00 USD');
  });
});

describe('a clarification meeting', () => {
  it('does not count nobody where the source names nobody', () => {
    const told = example('Citing a process', 'clarification meetings');
    expect(told).toContain('2024-05-13 1 1');
    expect(told).toContain('Juntas de aclaraciones 2 Sin fecha No reportado No reportado');
  });
});

describe('dates out of order', () => {
  it('are said, never shown as negative days', () => {
    const told = example('Timeline', 'out of order, with gaps');
    expect(told).toContain('36 días antes que la adjudicación: las fechas de la fuente están en desorden.');
    expect(told).toContain('El final es anterior al inicio');
    expect(told).not.toContain('-36');
  });
});

describe('what the rules found', () => {
  it('is called notes where nothing has to be mended', () => {
    const finding = { rule: 'code-not-in-open-list', severity: 'note', message: { es: 'Un código propio.', en: '' } };
    const told = read(findingList({ total: 2, shown: [finding], onlyNotes: true }, es));
    expect(told).toContain('Sin errores. Las reglas de validación dejan 2 notas');
    expect(told).not.toContain('por corregir');
  });
});

describe('long tables', () => {
  const rows = Array.from({ length: 620 }, (_, n) => [`Renglón ${n}`]);

  it('show fifty rows and keep the rest in a details element', () => {
    const told = example('Tables', 'two hundred items');
    expect(told).toContain('Ver las 200 partidas (siguen 150)');
  });

  it('leave what no page should carry to the download', () => {
    const markup = render(foldedTable({ caption: 'c', columns: [{ label: 'l' }], rows }, es));
    expect(markup.match(/scope="row"/g)).toHaveLength(500);
    expect(markup).toContain('Esta página muestra 500 de 620.');
  });
});

describe('the table of those who took part', () => {
  it('says that the RFC of a natural person is protected, not what stands for it', () => {
    const identifiers = [{ scheme: 'MX-RFC', id: 'PF-0123456789abcdef' }];
    const line = { name: 'Ana Robles', roles: ['tenderer'], identifiers, unlisted: false, won: 0 };
    const markup = render(competingTable([line], es));
    expect(markup).toContain('[RFC protegido]');
    expect(markup).not.toContain('PF-');
  });
});

describe('a result row', () => {
  it('masks the identifiers of natural persons', () => {
    const row = {
      ocid: 'o',
      title: 'Pago a PEGJ800101AB1',
      snippet: [
        { text: 'PEGJ', hit: true },
        { text: '800101AB1', hit: false },
      ],
    };
    expect(render(resultRow(row, 'h2', es))).not.toMatch(/800101/);
  });

  it('says of a contract that ended what the page of the process says, not that it is being carried out', () => {
    const told = read(resultRow({ ocid: 'o', stage: 'implementation', outcome: 'terminated' }, 'h2', es));
    expect(told).toContain('Contrato terminado');
    expect(told).not.toContain('En ejecución');
  });

  it('puts the deadline of an open tender first', () => {
    expect(example('Result row', 'an open tender')).toContain(
      'En licitación Recibe propuestas hasta el 24 sep 2024, 14:00 h',
    );
  });
});

describe('a facet', () => {
  it('tells buyers of one name apart by their key', () => {
    const option = (value: string, label: string) => ({ value, label, count: 1, href: '/procesos' });
    const options = [option('UC-014', 'Abastecimiento'), option('UC-026', 'Abastecimiento'), option('UC-9', 'Obras')];
    expect(read(facets([{ name: 'buyer', options }], es))).toBe(
      'Comprador Abastecimiento (UC-014) 1 Abastecimiento (UC-026) 1 Obras 1',
    );
  });
});

describe('a snippet', () => {
  it('marks what was searched', () => {
    const parts = splitSnippet('las ⟦sillas⟧ y ⟦mesas⟧', '⟦', '⟧');
    expect(parts).toEqual([
      { text: 'las ', hit: false },
      { text: 'sillas', hit: true },
      { text: ' y ', hit: false },
      { text: 'mesas', hit: true },
    ]);
    expect(render(snippet(parts, es))).toContain('las <mark>sillas</mark> y <mark>mesas</mark>');
  });
});

describe('the state of a process', () => {
  it('tells a tender that is over from one that is open', () => {
    const said = (status: string) => stateLabel({ stage: 'tender' }, status, es);
    expect(['active', 'complete', 'unsuccessful', 'toString'].map(said)).toEqual([
      'En licitación',
      'Licitación concluida, sin fallo publicado',
      'Desierto',
      'En licitación',
    ]);
    expect(stateLabel({ stage: 'contract' }, 'complete', es)).toBe('Contratado');
  });
});

describe('the pager', () => {
  it('is absent from a single page and leads to the same language', () => {
    expect(pager({}, es)).toBe(false);
    expect(render(html`${pager({ next: '/procesos?c=1' }, localeOf('en'))}`)).toContain('href="/en/procesos?c=1"');
  });
});

it('leaves out a column in which no row tells anything, and keeps its neighbours', () => {
  const columns = ['Parte', 'Valor', 'Numerador', 'Filas'].map((label) => ({ label }));
  const rows = [
    ['Todo', '600', '', ''],
    ['2026', '222', '', 'Ver'],
  ];
  expect(read(table({ caption: 'Procesos', columns, rows }))).toBe('Procesos Parte Valor Filas Todo 600 2026 222 Ver');
});
