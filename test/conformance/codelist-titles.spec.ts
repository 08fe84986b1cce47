import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import titles from '../../schemas/codelist-titles.json' with { type: 'json' };
import { readCodelist } from './read-codelist.js';

/** Currencies are shown by their codes. */
const NOT_TITLED = 'currency.csv';

it('codelist-titles.json has the titles of every code list, and nothing else', () => {
  const expected: Record<string, Record<string, string>> = {};
  for (const file of codelistFiles()) {
    const name = basename(file).replace(/^\+/, '');
    if (name === NOT_TITLED) continue;
    for (const { Code, Title } of readCodelist(file)) (expected[name] ??= {})[Code!] ??= Title!;
  }
  for (const [name, codes] of Object.entries(expected)) {
    expect({ name, codes: Object.keys(titles[name as keyof typeof titles]).toSorted() }).toEqual({
      name,
      codes: Object.keys(codes).toSorted(),
    });
  }
  expect(Object.keys(titles).toSorted()).toEqual(Object.keys(expected).toSorted());
});

function codelistFiles(): readonly string[] {
  const folders = ['schemas/ocds/1.1', 'schemas/extensions'];
  const found = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return found.filter((name) => /codelists.[^/\\]+\.csv$/.test(name)).toSorted();
}
