import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../../libs/ocds/src/json.js';
import type { MergeOverrides } from '../../libs/ocds/src/merge/override-rules.js';
import { compileReleases, versionReleases } from '../../libs/ocds/src/merge/merge-releases.js';
import { mergeRulesOf } from '../../libs/ocds/src/merge/merge-rules.js';

/*
 * The fixtures of the reference implementation (https://github.com/open-contracting/ocds-merge, BSD-3-Clause), read
 * where they are: 50 expected results, and 3 for lists merged by an override. All hold in the default mode: none of
 * them shows where the reference departs from the written standard. They hold in the mode of the reference as well.
 */
const folder = path.resolve(process.cwd(), '../shared/ocds/merge-fixtures');
const suites = [
  ['1.0', 'release-schema-1__0__3.json'],
  ['1.1', 'release-schema-1__1__4.json'],
  ['schema', 'schema.json'],
] as const;
const results = { compiled: compileReleases, versioned: versionReleases };
const modes = ['standard', 'reference'] as const;

function read<T>(...steps: readonly string[]): T {
  return JSON.parse(readFileSync(path.join(folder, ...steps), 'utf8')) as T;
}

/** `[suite, schema file, name of the fixture, result]` of each expected result. */
function expectations() {
  return suites.flatMap(([suite, schema]) =>
    readdirSync(path.join(folder, suite)).flatMap((file) => {
      const [, name, kind] = /^(.+)-(compiled|versioned)\.json$/.exec(file) ?? [];
      return name && kind ? [[suite, schema, name, kind as keyof typeof results] as const] : [];
    }),
  );
}

if (existsSync(folder)) {
  describe.each(modes)('the fixtures of the reference implementation, in the mode %s,', (compatibility) => {
    it.each(expectations())('%s (%s): %s %s', (suite, schema, name, kind) => {
      const rules = mergeRulesOf(read<JsonObject>(schema));
      const merged = results[kind](read<JsonObject[]>(suite, `${name}.json`), { rules, compatibility });
      expect(merged).toEqual(read(suite, `${name}-${kind}.json`));
    });

    it.each([
      ['identifier-merge-duplicate-id', 'append', 'APPEND'],
      ['identifier-merge-no-id', 'append', 'APPEND'],
      ['identifier-merge-duplicate-id', 'by-position', 'MERGE_BY_POSITION'],
    ] as const)('schema: %s twice, %s', (name, suffix, override) => {
      const rules = mergeRulesOf(read<JsonObject>('schema.json'));
      const releases = read<JsonObject[]>('schema', `${name}.json`);
      const overrides: MergeOverrides = { 'nested/array': override };
      const compiled = compileReleases([...releases, ...releases], { rules, compatibility, overrides });
      expect(compiled).toEqual(read('schema', `${name}-${suffix}.json`));
    });
  });

  it('are 50 expected results', () => {
    expect(expectations()).toHaveLength(50);
  });
} else {
  process.stderr.write(`The merge fixtures are skipped: the reference folder ${folder} is not there.\n`);
  const skipped = it.skip;
  skipped('the fixtures of the reference implementation (the reference folder is not there)', () => {});
}
