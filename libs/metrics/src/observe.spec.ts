import {
  DEFINITIONS,
  type MetricId,
  observe,
  type PublishedFigures,
  sayMeasured,
  sayScope,
  sayValue,
} from './index.js';
import { METRIC_IDS } from './metric.js';

const figures: PublishedFigures = {
  asOf: '2026-03-10T12:00:00Z',
  datasetHash: 'ab'.repeat(32),
  demonstration: false,
  releases: 9,
  validReleases: 8,
  latestRelease: '2026-03-01T18:00:00Z',
  processes: 4,
  years: [{ year: 2026, processes: 4 }],
  methods: [
    { method: 'open', processes: 2 },
    { method: null, processes: 2 },
  ],
  stages: { planning: 1, tender: 0, award: 1, contract: 1, implementation: 1 },
  contracts: 3,
  contractSums: [
    { currency: 'MXN', amount: '1234567.891' },
    { currency: 'USD', amount: '10' },
  ],
  awarded: 3,
  awardedToSomebody: 1,
  buyers: 3,
  activeBuyers: 1,
  awardLag: { processes: 2, median: 1, p90: 40 },
  contractLag: { processes: 0, median: null, p90: null },
  followed: 3,
  medianReleases: 2,
  mostReleases: 4,
};

const empty: PublishedFigures = {
  ...figures,
  releases: 0,
  validReleases: 0,
  latestRelease: null,
  processes: 0,
  years: [],
  methods: [],
  stages: { planning: 0, tender: 0, award: 0, contract: 0, implementation: 0 },
  contracts: 0,
  contractSums: [],
};

const of = (id: MetricId, given = figures) => observe(given).find(({ definition }) => definition.id === id)!;
const said = (id: MetricId, given = figures) => sayMeasured(of(id, given), 'es');

describe('commitment 7, measured', () => {
  it('has every metric once, in order, in both languages', () => {
    expect(DEFINITIONS.map(({ id }) => id)).toEqual(METRIC_IDS);
    const texts = DEFINITIONS.flatMap(({ name, question, formula, numerator, caveat, criterion }) =>
      [name, question, formula, numerator, caveat, criterion].flatMap(({ es, en }) => [es, en]),
    );
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('counts, and adds money of one currency only', () => {
    expect(said('C7-01')).toBe('4 procesos');
    expect(said('C7-02')).toBe('3 contratos; $1,234,567.89 MXN; 10.00 USD');
  });

  it('gives no percentage without a denominator, and never 100 %', () => {
    expect(said('C7-03')).toBe('Sin denominador');
    expect(said('C7-05')).toBe('En los últimos doce meses: 1 comprador; Desde siempre: 3 compradores; Sin denominador');
  });

  it('counts a process for every stage up to the one that it reaches', () => {
    expect(said('C7-07')).toBe(
      'Licitación: 75.0 %; Adjudicación: 75.0 %; Contratación: 50.0 %; Implementación: 25.0 %',
    );
  });

  it('tells delays over the processes that have both days', () => {
    expect(said('C7-08')).toBe(
      'Desde el fallo, mediana: 1 día; Desde el fallo, percentil 90: 40 días; Desde la firma, mediana: Sin datos; Desde la firma, percentil 90: Sin datos',
    );
    expect(of('C7-08').observations[0]).toMatchObject({ numerator: '1', denominator: '2' });
  });

  it('tells the share of valid releases with both numbers', () => {
    expect(said('C7-10')).toBe('88.9 %');
    expect(of('C7-10').observations).toEqual([
      { value: '88.9', unit: 'percent', numerator: '8', denominator: '9', rows: '/procesos?validity=invalid' },
    ]);
  });

  it('leads to the rows that each figure counts, and never to a list that is empty because all is well', () => {
    const rows = (id: MetricId, from = figures) => of(id, from).observations.map((one) => one.rows);
    expect(rows('C7-02')).toEqual([
      '/procesos?reached=contract',
      '/procesos?currency=MXN&amountStage=contract',
      '/procesos?currency=USD&amountStage=contract',
    ]);
    expect(rows('C7-06')).toContain('/procesos?reached=award');
    expect(rows('C7-07')).toEqual(
      ['tender', 'award', 'contract', 'implementation'].map((stage) => `/procesos?reached=${stage}`),
    );
    expect(rows('C7-10', { ...figures, validReleases: figures.releases })).toEqual(['/procesos?validity=valid']);
  });

  it('counts whole days since the newest release, and none where it is of the future', () => {
    expect(said('C7-09')).toBe('8 días');
    expect(said('C7-09', { ...figures, latestRelease: '2027-01-01T00:00:00Z' })).toBe('0 días');
  });

  it('says that there is nothing where nothing is published', () => {
    expect(['C7-07', 'C7-09', 'C7-10'].map((id) => sayValue(of(id as MetricId, empty).observations[0]!, 'en'))).toEqual(
      ['No data', 'No data', 'No data'],
    );
    expect(said('C7-14', empty)).toMatch(/^Sin datos/);
  });

  it('names what the data do not tell, and shows a code outside the list as it is', () => {
    const methods = [
      { method: null, processes: 1 },
      { method: 'constructor', processes: 1 },
    ];
    const names = of('C7-01', { ...figures, methods }).observations.map((one) => sayScope(one, 'es'));
    expect(names).toEqual([undefined, '2026', 'Tipo no reportado', 'constructor']);
  });
});
