import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join(process.cwd(), 'schemas/profiles');

interface Written {
  readonly profile: string;
  readonly kind: string;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly children?: Readonly<Record<string, { readonly column: string; readonly columns: Record<string, unknown> }>>;
  readonly process: unknown;
  readonly release: unknown;
  readonly unplaced?: Readonly<Record<string, string>>;
}

const PROFILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parse(readFileSync(join(FOLDER, name), 'utf8'), { merge: true }) as Written)
  .filter(({ kind }) => kind === 'table');

/** Columns that a template names: `column`, and `child/column` where the item is one of a child sheet. */
function placed(template: unknown, found: Set<string>, child = ''): Set<string> {
  if (typeof template === 'string') found.add(template.startsWith('^') ? template.slice(1) : child + template);
  if (typeof template !== 'object' || template === null) return found;
  const each = '$each' in template ? `${String(template.$each)}/` : child;
  for (const [name, value] of Object.entries(template)) if (name !== 'constant') placed(value, found, each);
  return found;
}

describe('the columns of a profile', () => {
  it.each(PROFILES.map((one) => [one.profile, one] as const))(
    'of %s all go somewhere, or say why not',
    (_, profile) => {
      const { columns, children = {}, unplaced = {} } = profile;
      const inChildren = Object.entries(children).flatMap(([child, table]) =>
        Object.keys(table.columns).flatMap((name) => (name === 'id' ? [] : [`${child}/${name}`])),
      );
      const found = placed(profile.process, placed(profile.release, new Set()));
      for (const { column } of Object.values(children)) found.add(column);
      const lost = [...Object.keys(columns), ...inChildren].filter((name) => !found.has(name));
      expect(lost.sort()).toEqual(Object.keys(unplaced).sort());
    },
  );
});
