import fc from 'fast-check';
import type { Json, JsonObject } from '../json.js';
import { createFlattener } from './create-flattener.js';
import { FlattenError } from './flatten-error.js';
import type { TablesBy } from './table-names.js';
import { unflattenTables } from './unflatten-tables.js';
import { withoutEmpties } from './without-empties.js';

function thereAndBack(releases: readonly JsonObject[], by: TablesBy): readonly JsonObject[] {
  const flattener = createFlattener({ by });
  for (const release of releases) flattener.add(release);
  const rows = flattener.takeRows();
  return unflattenTables(
    flattener.tables().map(({ name, columns }) => ({
      headings: columns.map(({ heading }) => heading),
      rows: rows.get(name)!.map((row) => columns.map(({ index }) => row[index])),
    })),
  );
}

const name = fc.constantFrom('id', 'ocid', 'items', 'documents', 'value', '0', '', '#path', 'a/b', '~', '__proto__');
const scalar = fc.oneof(fc.constantFrom<Json>(null, '', 'x', 'y', 1, 2, true, false), fc.string());
const { value } = fc.letrec<{ value: Json; object: JsonObject; list: Json[]; objects: JsonObject[] }>((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, scalar, tie('object'), tie('objects'), tie('list')),
  object: fc.array(fc.tuple(name, tie('value')), { maxLength: 6 }).map((members) => fromEntries(members)),
  objects: fc.array(tie('object'), { maxLength: 4 }),
  list: fc.array(tie('value'), { maxLength: 3 }),
}));

function fromEntries(members: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(members);
}

describe('reading tables back', () => {
  it.each(['kind', 'path'] as const)('gives the releases that were laid out, whatever they hold (by %s)', (by) => {
    const release = fc.array(fc.tuple(fc.oneof(name, fc.constant('awards')), value), { maxLength: 8 }).map(fromEntries);
    fc.assert(
      fc.property(fc.array(release, { maxLength: 4 }), (releases) => {
        expect(thereAndBack(releases, by)).toEqual(releases.map((one) => withoutEmpties(one) ?? {}));
      }),
      { numRuns: 400 },
    );
  });

  it('makes what has no row of its own, as flatten-tool does', () => {
    const headings = ['ocid', 'id', 'awards/0/id', 'awards/0/items/0/id'];
    expect(
      unflattenTables([
        {
          headings,
          rows: [
            ['o', 'r', 'a', 'i1'],
            ['o', 'r', 'a', 'i2'],
          ],
        },
      ]),
    ).toEqual([{ ocid: 'o', id: 'r', awards: [{ id: 'a', items: [{ id: 'i1' }, { id: 'i2' }] }] }]);
  });

  it.each(['awards/0', 'awards/1/id', '0/id'])('refuses the heading %s', (heading) => {
    expect(() => unflattenTables([{ headings: [heading], rows: [['x']] }])).toThrow(FlattenError);
  });

  it.each(['5/awards/0', '0/awards/7', 'awards/0', '0/awards'])('refuses the place %s, which is none', (path) => {
    const tables = [
      { headings: ['ocid', 'id'], rows: [['o', 'r']] },
      { headings: ['awards/0/title', '#path'], rows: [['x', path]] },
    ];
    expect(() => unflattenTables(tables)).toThrow(FlattenError);
  });
});
