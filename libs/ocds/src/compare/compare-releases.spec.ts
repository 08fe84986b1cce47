import type { JsonObject } from '../json.js';
import { compareReleases, type ReleaseDifference } from './compare-releases.js';

const before: JsonObject = {
  ocid: 'ocds-xs1qbl-A-1',
  id: 'r1',
  date: '2025-01-01T00:00:00-06:00',
  tag: ['tender'],
  tender: {
    id: 'A-1',
    title: 'Papel',
    status: 'active',
    procurementMethodDetails: 'Licitación pública',
    tenderPeriod: { endDate: '2025-02-01T12:00:00-06:00' },
    documents: [{ id: '1', documentType: 'tenderNotice', title: 'Convocatoria', url: 'https://ejemplo.mx/1.pdf' }],
  },
  awards: [{ id: 'a/1', title: 'Papel bond', status: 'pending', value: { amount: 100.5, currency: 'MXN' } }],
};

const tender = before.tender as JsonObject;
const [award] = before.awards as readonly [JsonObject];

function changesOf(more: JsonObject): readonly ReleaseDifference[] {
  return compareReleases(before, { ...before, ...more });
}

/** As a person would read it in Spanish. */
function inSpanish({ trail, field }: ReleaseDifference): string {
  const steps = trail.map(({ label, item }) => (item ? `${label.es} «${item.title ?? item.id}»` : label.es));
  return [...steps, field.es].join(' › ');
}

describe('compareReleases', () => {
  it('has nothing to tell of the same release, nor of its id, date and tag', () => {
    expect(compareReleases(before, before)).toEqual([]);
    expect(changesOf({ id: 'r2', date: '2025-03-01T00:00:00-06:00', tag: ['tenderUpdate'] })).toEqual([]);
  });

  it('tells an amount with its currency as one difference, and names the award it is of', () => {
    const [change, ...rest] = changesOf({ awards: [{ ...award, value: { amount: 120, currency: 'USD' } }] });
    expect(rest).toEqual([]);
    expect(inSpanish(change!)).toBe('Adjudicaciones «Papel bond» › Monto adjudicado');
    expect(change).toMatchObject({
      stage: 'award',
      kind: 'changed',
      pointer: '/awards/[a~11]/value',
      field: { en: 'Value' },
      before: { type: 'money', money: { amount: '100.5', currency: 'MXN' } },
      after: { type: 'money', money: { amount: '120', currency: 'USD' } },
      leaves: ['/awards/[a~11]/value/amount', '/awards/[a~11]/value/currency'],
    });
  });

  it('tells by how much an amount grew, and with its currency where only its figures changed', () => {
    const [whole] = changesOf({ awards: [{ ...award, value: { amount: 120.6, currency: 'MXN' } }] });
    expect(whole!.growth).toEqual({
      kind: 'grew',
      difference: { amount: '20.10', currency: 'MXN' },
      percent: '20.0',
    });
    const withNet = (amount: number, netAmount: number, currency = 'MXN') => ({
      awards: [{ ...award, value: { amount, netAmount, currency } }],
    });
    const figures = compareReleases({ ...before, ...withNet(116, 100) }, { ...before, ...withNet(58, 50) });
    expect(figures.map(({ pointer, after, growth }) => [pointer, after, growth?.kind, growth?.percent])).toEqual([
      [
        '/awards/[a~11]/value/amount',
        { type: 'money', money: { amount: '58', currency: 'MXN', iva: 'with' } },
        'shrank',
        '50.0',
      ],
      [
        '/awards/[a~11]/value/netAmount',
        { type: 'money', money: { amount: '50', currency: 'MXN', iva: 'without' } },
        'shrank',
        '50.0',
      ],
    ]);
    const dollars = compareReleases({ ...before, ...withNet(116, 100) }, { ...before, ...withNet(58, 50, 'USD') });
    expect(dollars.map(({ growth }) => growth)).toEqual([undefined, undefined, undefined]);
  });

  it('reads codes by their lists, in both languages', () => {
    const [change] = changesOf({ awards: [{ ...award, status: 'unsuccessful' }] });
    expect(change).toMatchObject({
      before: { type: 'code', code: 'pending', label: { es: 'Pendiente', en: 'Pending' } },
      after: { type: 'code', code: 'unsuccessful', label: { es: 'Desierta', en: 'Unsuccessful' } },
    });
  });

  it('reads dates as dates, and names fields of English by their words', () => {
    const later = {
      ...tender,
      tenderPeriod: { endDate: '2025-02-08T12:00:00-06:00' },
      procurementMethodDetails: 'LPN',
    };
    expect(changesOf({ tender: later }).map(({ field, after }) => [field.en, after])).toEqual([
      ['Procurement method details', { type: 'text', text: 'LPN' }],
      ['End date', { type: 'date', date: '2025-02-08T12:00:00-06:00' }],
    ]);
  });

  it('tells an item that came as a whole, wherever in the list it stands', () => {
    const second = { id: 'b', title: 'Tóner', status: 'active', value: { amount: 5, currency: 'MXN' } };
    expect(changesOf({ awards: [second, award] })).toEqual([
      {
        stage: 'award',
        kind: 'added',
        pointer: '/awards/[b]',
        trail: [],
        field: { es: 'Adjudicaciones', en: 'Awards' },
        after: {
          type: 'object',
          title: 'Tóner',
          parts: expect.arrayContaining([
            expect.objectContaining({ value: { type: 'money', money: { amount: '5', currency: 'MXN' } } }),
          ]),
        },
        leaves: [
          '/awards/[b]/id',
          '/awards/[b]/title',
          '/awards/[b]/status',
          '/awards/[b]/value/amount',
          '/awards/[b]/value/currency',
        ],
      },
    ]);
  });

  it('tells a document as one', () => {
    const { documents: _, ...without } = tender;
    expect(changesOf({ tender: without })).toMatchObject([
      {
        kind: 'removed',
        before: {
          type: 'document',
          document: { title: 'Convocatoria', url: 'https://ejemplo.mx/1.pdf', kind: { en: 'Tender notice' } },
        },
      },
    ]);
  });

  it('tells items without id by what they say: one that moved is none, one that changed left and came', () => {
    const questions = (...texts: string[]) => ({ extraAnswers: texts.map((text) => ({ text })) });
    const compare = (one: JsonObject, other: JsonObject) =>
      compareReleases({ ...before, ...one }, { ...before, ...other }).map(({ kind, before: was, after: is }) => [
        kind,
        was ?? is,
      ]);
    expect(compare(questions('a', 'b', 'b'), questions('b', 'a', 'b'))).toEqual([]);
    expect(
      compare(questions('a', 'b', 'b'), questions('b', 'c'))
        .map(([kind]) => kind)
        .toSorted(),
    ).toEqual(['added', 'removed', 'removed']);
  });

  it('takes a list of codes for one value', () => {
    const change = { tender: { ...tender, submissionMethod: ['electronicSubmission', 'inPerson'] } };
    expect(changesOf(change)).toMatchObject([
      {
        field: { en: 'Submission method' },
        after: { type: 'list', values: [{ type: 'code' }, { type: 'code', code: 'inPerson' }] },
      },
    ]);
  });

  it('knows fields of extensions, and calls unknown ones by their names', () => {
    const change = { additionalProcessInformation: { processYear: 2017 }, campoPropio: 'x' };
    expect(changesOf(change).map((one) => one.field.es)).toEqual(['Información adicional del proceso', 'Campo propio']);
  });

  it('shows long texts word by word', () => {
    const said = (what: string) => ({
      tender: { ...tender, description: `Compra de papel para las oficinas ${what} del estado` },
    });
    const [change] = compareReleases(
      { ...before, ...said('centrales') },
      { ...before, ...said('centrales y regionales') },
    );
    expect(change!.words).toEqual([
      { kind: 'same', text: 'Compra de papel para las oficinas centrales' },
      { kind: 'added', text: ' y regionales' },
      { kind: 'same', text: ' del estado' },
    ]);
  });

  it('goes stage by stage in the order of the schema, whatever the order of members', () => {
    const after = { contracts: [{ id: 'c', implementation: { transactions: [{ id: 't' }] } }], parties: [{ id: 'p' }] };
    const both = { ...after, language: 'es', tender: { ...tender, status: 'complete', title: 'Hojas' } };
    const told = changesOf(both).map(({ stage, pointer }) => `${stage} ${pointer}`);
    expect(told).toEqual([
      'process /language',
      'tender /tender/title',
      'tender /tender/status',
      'contract /contracts/[c]',
      'parties /parties/[p]',
    ]);
    const reversed = Object.fromEntries(Object.entries({ ...before, ...both }).toReversed());
    expect(compareReleases(before, reversed).map(({ stage, pointer }) => `${stage} ${pointer}`)).toEqual(told);
  });
});
