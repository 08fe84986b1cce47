import fc from 'fast-check';
import type { Json, JsonObject } from '../json.js';
import type { MergeOptions } from './add-release.js';
import { appendRelease, type Merged, mergeReleases, versionReleases } from './merge-releases.js';
import { mergeRulesOf } from './merge-rules.js';

/*
 * Generated histories of a small schema: known and unknown fields, each with one shape, nested lists by id, whole
 * lists, omitted fields, nulls, empty objects, duplicate ids, long lists, equal dates, any order.
 */
const definitions = {
  Node: {
    type: 'object',
    properties: {
      id: { type: 'string' },
      text: { type: 'string' },
      dropped: { type: 'string', omitWhenMerged: true },
      whole: { type: 'array', items: { type: 'string' } },
      object: { $ref: '#/definitions/Node' },
      list: { type: 'array', items: { $ref: '#/definitions/Node' } },
    },
  },
} satisfies JsonObject;
const schema: JsonObject = { properties: definitions.Node.properties, definitions };
const rules = mergeRulesOf(schema);

const literal = fc.constantFrom<Json>('a', 'b', 'c', '', 7, 8);
const whole = fc.array(literal, { maxLength: 3 });
const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-01-0${number}T00:00:00Z`);

interface Shape {
  /** How likely an object or a list is null. */
  readonly withdrawn: boolean;
  readonly duplicates: boolean;
  readonly anonymous: boolean;
}

function nullable<T extends Json>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { freq: 5 });
}

function fields(depth: number, shape: Shape): fc.Arbitrary<JsonObject> {
  const inner = depth === 0 ? fc.constant<JsonObject>({}) : fields(depth - 1, shape);
  const container = <T extends Json>(value: fc.Arbitrary<T>) => (shape.withdrawn ? nullable(value) : value);
  const members = {
    text: nullable(literal),
    dropped: nullable(literal),
    whole: nullable(whole.filter((texts) => texts.length > 0)),
    local: nullable(literal),
    object: container(inner),
    localObject: container(inner),
    list: container(items(inner, shape)),
    localList: container(items(inner, shape)),
  };
  return fc.record<JsonObject>(members as never, { requiredKeys: [] });
}

function items(inner: fc.Arbitrary<JsonObject>, { duplicates, anonymous }: Shape): fc.Arbitrary<JsonObject[]> {
  const id = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom('1', 'x'));
  const item = fc.tuple(anonymous ? fc.option(id, { nil: undefined, freq: 6 }) : id, inner);
  const named = item.map(([known, members]) => (known === undefined ? members : { id: known, ...members }));
  const options = { maxLength: 3 };
  return duplicates
    ? fc.array(named, options)
    : fc.uniqueArray(named, { ...options, selector: ({ id: key }) => key ?? {} });
}

function histories(shape: Shape, maxLength = 5): fc.Arbitrary<JsonObject[]> {
  const release = fc.tuple(day, fields(1, shape)).map(([date, members]) => ({ ...members, date, tag: ['tender'] }));
  return fc
    .array(release, { minLength: 1, maxLength })
    .map((releases) => releases.map((members, index) => frozen({ ...members, ocid: 'o', id: `r${index}` })));
}

/** One a minute. */
function numbered(releases: readonly JsonObject[]): JsonObject[] {
  return releases.map((members, index) => {
    const date = `2026-01-01T00:${String(index).padStart(2, '0')}:00Z`;
    return frozen({ ...members, ocid: 'o', id: `r${index}`, date, tag: ['tender'] });
  });
}

function frozen<T extends Json>(value: T): T {
  if (typeof value === 'object' && value !== null)
    Object.values(value as JsonObject).forEach((member) => frozen(member as Json));
  return Object.freeze(value);
}

/*
 * The merge again, told otherwise: paths to leaves, as the reference does it, with the standard's removal on null.
 * Nothing here but the keys of lists knows of objects, so it cannot share a fault with the walkers.
 */
type Leaves = Map<string, Json>;

function leavesOf(value: JsonObject, path = '', leaves: Leaves = new Map()): Leaves {
  for (const [name, member] of Object.entries(value)) {
    if ((name === 'dropped' && isKnown(path)) || (path === '' && ['ocid', 'id', 'date', 'tag'].includes(name)))
      continue;
    collect(member as Json, `${path}/${name}`, leaves);
  }
  return leaves;
}

function collect(value: Json, path: string, leaves: Leaves): void {
  const isList = path.toLowerCase().endsWith('list');
  if (isList && Array.isArray(value)) {
    for (const item of value as JsonObject[]) leavesOf(item, `${path}[${JSON.stringify(item.id)}]`, leaves);
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value))
    leavesOf(value as JsonObject, path, leaves);
  else leaves.set(path, value);
}

const isContainer = (path: string) => /(object|list)$/i.test(path);
/** Under a field the schema does not know, it knows none. */
const isKnown = (path: string) => !/local[OL]/.test(path);

function historyLeaves(releases: readonly JsonObject[]): Map<string, [string, Json][]> {
  const all = new Map<string, [string, Json][]>();
  for (const release of releases.toSorted(byDate)) {
    for (const [path, value] of leavesOf(release)) addTo(all, path, [release.id as string, value]);
  }
  return all;
}

function addTo(all: Map<string, [string, Json][]>, path: string, [release, value]: [string, Json]): void {
  const below = [...all.keys()].filter(
    (known) => known !== path && (known.startsWith(`${path}/`) || known.startsWith(`${path}[`)),
  );
  if (isContainer(path) && (below.length > 0 || isKnown(path)))
    return below.forEach((known) => note(all, known, release, null));
  for (const above of all.keys()) if (path.startsWith(`${above}/`) || path.startsWith(`${above}[`)) all.delete(above);
  note(all, path, release, value);
}

function note(all: Map<string, [string, Json][]>, path: string, release: string, value: Json): void {
  const history = all.get(path) ?? [];
  const latest = history.at(-1);
  if (path.endsWith('/id') || (latest && JSON.stringify(latest[1]) === JSON.stringify(value))) {
    if (!latest) all.set(path, [[release, value]]);
    return;
  }
  all.set(path, [...history, [release, value]]);
}

/** A versioned release as the same map: `[release, value]` for each version. */
function versionLeaves(versioned: JsonObject): Map<string, [string, Json][]> {
  const merged = [...leavesOf(JSON.parse(JSON.stringify(versioned), revive) as JsonObject)];
  return new Map(
    merged.map(([path, value]) => [
      path,
      path.endsWith('/id') ? [] : (JSON.parse(value as string) as [string, Json][]),
    ]),
  );
}

function revive(_: string, value: Json): Json {
  const versions = Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null && 'releaseID' in value[0];
  return versions ? JSON.stringify((value as JsonObject[]).map(({ releaseID, value: of }) => [releaseID, of])) : value;
}

const plain: Shape = { withdrawn: false, duplicates: true, anonymous: false };
const withdrawing: Shape = { withdrawn: true, duplicates: false, anonymous: false };
const every: Shape = { withdrawn: true, duplicates: true, anonymous: true };
const runs = { numRuns: 300 };

function withoutIds<T>(leaves: Map<string, T>): [string, T][] {
  return [...leaves].filter(([path]) => !path.endsWith('/id')).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

describe('any history', () => {
  it.each([
    ['with duplicate ids', plain],
    ['with objects and lists set to null', withdrawing],
  ])('has each change of each leaf in the versioned release, and the last in the compiled: %s', (_, shape) => {
    fc.assert(
      fc.property(histories(shape), (releases) => {
        const changes = historyLeaves(releases);
        const last = [...changes].map(([path, history]) => [path, history.at(-1)![1]] as const);
        const present = new Map(last.filter(([, value]) => value !== null));
        const { compiled, versioned } = mergeReleases(releases, { rules });
        expect(withoutIds(versionLeaves(versioned))).toEqual(withoutIds(changes));
        expect(withoutIds(leavesOf(compiled))).toEqual(withoutIds(present));
      }),
      runs,
    );
  });

  it.each(['standard', 'reference'] as const)(
    'may be merged release by release, stored between: %s',
    (compatibility) => {
      fc.assert(
        fc.property(histories(every), (releases) => {
          const options = { rules, compatibility };
          expect(attempt(() => stepwise(releases, options))).toEqual(attempt(() => mergeReleases(releases, options)));
        }),
        { numRuns: 400 },
      );
    },
  );

  it('may be long, with long lists', () => {
    const item = fc.record({ id: fc.integer({ min: 1, max: 60 }), text: literal });
    const release = fc.record({ list: fc.array(item, { maxLength: 2 }), text: literal });
    const long = fc.array(release, { minLength: 30, maxLength: 60 }).map((releases) => numbered(releases));
    fc.assert(
      fc.property(long, (releases) => {
        expect(stepwise(releases, { rules })).toEqual(mergeReleases(releases, { rules }));
        expect(withoutIds(versionLeaves(versionReleases(releases, { rules })))).toEqual(
          withoutIds(historyLeaves(releases)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('may be given in any order when no two dates are the same', () => {
    fc.assert(
      fc.property(histories(every), fc.func(fc.integer()), (releases, key) => {
        const dated = releases.map((release, index) => ({ ...release, date: `2026-01-0${index + 1}T00:00:00Z` }));
        const shuffled = dated.toSorted((one, other) => key(one) - key(other));
        expect(mergeReleases(shuffled, { rules })).toEqual(mergeReleases(dated, { rules }));
      }),
      runs,
    );
  });

  it('is the same by the reference where no object or list is set to null', () => {
    fc.assert(
      fc.property(histories({ ...every, withdrawn: false }), (releases) => {
        const reference = mergeReleases(releases, { rules, compatibility: 'reference' });
        expect(reference).toEqual(mergeReleases(releases, { rules }));
      }),
      runs,
    );
  });
});

/** One after the other, in the order of their dates, each merge read back from where it was stored. */
function stepwise(releases: readonly JsonObject[], options: MergeOptions): Merged {
  const [first, ...rest] = releases.toSorted(byDate);
  const start = mergeReleases([first!], options);
  return rest.reduce<Merged>((merged, release) => appendRelease(stored(merged), release, options)!, start);
}

function byDate({ date: one }: JsonObject, { date: other }: JsonObject): number {
  return (one as string) < (other as string) ? -1 : Number(one !== other);
}

function stored(merged: Merged): Merged {
  return JSON.parse(JSON.stringify(merged)) as Merged;
}

/** The reference crashes in versioned releases on a null before an object: then both ways must. */
function attempt(merge: () => Merged): Merged | string {
  try {
    return merge();
  } catch (error) {
    return (error as { code: string }).code;
  }
}
