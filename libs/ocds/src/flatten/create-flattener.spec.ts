import type { JsonObject } from '../json.js';
import { createFlattener } from './create-flattener.js';
import type { TablesBy } from './table-names.js';

const release: JsonObject = {
  ocid: 'ocds-x-1',
  id: 'r1',
  tag: ['planning', 'tender'],
  buyer: { id: 'B', name: 'Secretaría de Salud' },
  tender: {
    id: 't',
    value: { amount: 1200.5, currency: 'MXN' },
    items: [{ id: '1', quantity: 3, additionalClassifications: [{ id: 'c1' }] }],
  },
  awards: [
    { id: 'a1', suppliers: [{ id: 's1' }, { id: 's2' }], items: [{ id: '1', quantity: 2 }] },
    { id: 'a2', value: { amount: 7 }, suppliers: [] },
  ],
};

/** Each table as records of its filled cells, in the order of its columns. */
function tablesOf(releases: readonly JsonObject[], by: TablesBy = 'kind') {
  const flattener = createFlattener({ by });
  for (const one of releases) flattener.add(one);
  const rows = flattener.takeRows();
  return Object.fromEntries(
    flattener.tables().map(({ name, columns }) => {
      const record = (row: readonly unknown[]) => columns.map(({ heading, index }) => [heading, row[index]] as const);
      const filled = (row: readonly unknown[]) => record(row).filter(([, value]) => value !== undefined);
      return [name, rows.get(name)!.map((row) => Object.fromEntries(filled(row)))];
    }),
  );
}

describe('laying releases out in tables', () => {
  it('gives a release one row with its scalars, lists of scalars and single objects', () => {
    expect(tablesOf([release]).procesos).toEqual([
      {
        ocid: 'ocds-x-1',
        id: 'r1',
        tag: ['planning', 'tender'],
        'buyer/id': 'B',
        'buyer/name': 'Secretaría de Salud',
        'tender/id': 't',
        'tender/value/amount': 1200.5,
        'tender/value/currency': 'MXN',
      },
    ]);
  });

  it('puts arrays of one name into one table, each row under the headings of its own place', () => {
    expect(tablesOf([release]).items).toEqual([
      { ocid: 'ocds-x-1', id: 'r1', 'tender/items/0/id': '1', 'tender/items/0/quantity': 3 },
      {
        ocid: 'ocds-x-1',
        id: 'r1',
        'awards/0/id': 'a1',
        'awards/0/items/0/id': '1',
        'awards/0/items/0/quantity': 2,
      },
    ]);
  });

  it('names in each row what it belongs to', () => {
    const { suppliers, additionalClassifications } = tablesOf([release]);
    expect(suppliers).toEqual([
      { ocid: 'ocds-x-1', id: 'r1', 'awards/0/id': 'a1', 'awards/0/suppliers/0/id': 's1' },
      { ocid: 'ocds-x-1', id: 'r1', 'awards/0/id': 'a1', 'awards/0/suppliers/0/id': 's2' },
    ]);
    expect(additionalClassifications).toEqual([
      {
        ocid: 'ocds-x-1',
        id: 'r1',
        'tender/items/0/id': '1',
        'tender/items/0/additionalClassifications/0/id': 'c1',
      },
    ]);
  });

  it('gives each array its own table when asked', () => {
    expect(Object.keys(tablesOf([release], 'path'))).toEqual(
      [
        'procesos',
        'tender_items',
        'tender_items_additionalClassifications',
        'awards',
        'awards_suppliers',
        'awards_items',
      ].map((name) => name.slice(-26)),
    );
  });

  it('says where a row stands when the id of its parent is missing or repeated', () => {
    const awards = [
      { title: 'sin id', suppliers: [{ id: 's' }] },
      { id: 'a', suppliers: [{ id: 's' }] },
    ];
    expect(tablesOf([{ ocid: 'o', id: 'r', awards }]).suppliers).toEqual([
      { ocid: 'o', id: 'r', 'awards/0/suppliers/0/id': 's', '#path': '0/awards/0/suppliers/0' },
      { ocid: 'o', id: 'r', 'awards/0/id': 'a', 'awards/0/suppliers/0/id': 's' },
    ]);
  });

  it('keeps fields of one object together, also those met late, and keys first', () => {
    const flattener = createFlattener();
    flattener.add({ ocid: 'o', id: '1', tender: { title: 'x' }, language: 'es' });
    flattener.add({ date: '2026', ocid: 'o', id: '2', tender: { status: 'active' } });
    const headings = flattener.tables()[0]!.columns.map(({ heading }) => heading);
    expect(headings).toEqual(['ocid', 'id', 'tender/title', 'tender/status', 'language', 'date']);
  });

  it('leaves no column for what is always empty', () => {
    const flattener = createFlattener();
    flattener.add({ ocid: 'o', id: '1', title: null, tag: [], tender: {}, buyer: { name: '' }, awards: [{}] });
    expect(flattener.tables().filter(({ rowCount }) => rowCount > 0)).toMatchObject([
      { name: 'procesos', columns: [{ heading: 'ocid' }, { heading: 'id' }] },
    ]);
  });

  it('refuses an object that uses data as field names without bound', () => {
    const members = Array.from({ length: 16_400 }, (_, index) => [`field ${index}`, 1]);
    const flattener = createFlattener();
    expect(() => flattener.add(Object.fromEntries(members) as JsonObject)).toThrow(
      expect.objectContaining({ code: 'TOO_MANY_COLUMNS' }),
    );
  });
});
