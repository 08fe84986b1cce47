import type { ColumnName, TableProfile } from '../profile/profile.js';

export type ColumnKind = 'text' | 'date' | 'money' | 'integer' | 'code';

/** What a profile makes of a column. */
export interface ColumnUse {
  readonly kind: ColumnKind;
  /** Values that it knows, when it knows them all. */
  readonly options?: readonly string[];
  readonly help?: string;
}

export interface ColumnUses {
  readonly main: ReadonlyMap<ColumnName, ColumnUse>;
  readonly children: ReadonlyMap<string, ReadonlyMap<ColumnName, ColumnUse>>;
}

/** What each column is for, read off the templates that name it; the most telling use counts. */
export function columnUses(profile: TableProfile): ColumnUses {
  const main = new Map<ColumnName, ColumnUse>();
  const children = new Map([...profile.children.keys()].map((name) => [name, new Map<ColumnName, ColumnUse>()]));
  const note = (scope: Map<ColumnName, ColumnUse>, name: unknown, use: ColumnUse): void => {
    if (typeof name !== 'string') return;
    const [own, column] = name.startsWith('^') ? [main, name.slice(1)] : [scope, name];
    if (RANK[use.kind] > RANK[own.get(column)?.kind ?? 'none'] || use.options !== undefined) own.set(column, use);
  };

  function visit(template: unknown, scope: Map<ColumnName, ColumnUse>): void {
    if (Array.isArray(template)) {
      for (const item of template) visit(item, children.get(eachOf(item)) ?? scope);
      return;
    }
    if (typeof template !== 'object' || template === null) return;
    const node = template as Readonly<Record<string, unknown>>;
    note(scope, node.text, { kind: 'text' });
    note(scope, node.clean, { kind: 'code' });
    note(scope, node.date, { kind: 'date' });
    note(scope, node.integer, { kind: 'integer' });
    note(scope, node.email, { kind: 'text', help: 'Correo electrónico.' });
    note(scope, node.flag, { kind: 'text', options: ['Sí', 'No'] });
    note(scope, node.url, { kind: 'text', help: 'Dirección completa, por ejemplo https://…' });
    note(scope, node.rfc, { kind: 'code', help: 'RFC con homoclave, sin espacios ni guiones.' });
    note(scope, node.amount, { kind: 'money' });
    note(scope, node.net, { kind: 'money' });
    note(scope, node.code, codeUse(profile, node.map));
    for (const [name, value] of Object.entries(node)) if (name !== 'constant') visit(value, scope);
  }

  visit(profile.process.number, main);
  visit(profile.release, main);
  note(main, profile.process.reported, { kind: 'date' });
  return { main, children };
}

const RANK = { none: 0, text: 1, code: 2, integer: 3, date: 4, money: 4 } as const;

function eachOf(item: unknown): string {
  return typeof item === 'object' && item !== null && '$each' in item ? String(item.$each) : '';
}

/** A list that knows whole texts only is the column's catalogue. */
function codeUse({ catalogues }: TableProfile, list: unknown): ColumnUse {
  const texts = typeof list === 'string' ? (catalogues.get(list) ?? []) : [];
  return texts.length === 0 ? { kind: 'text' } : { kind: 'text', options: texts };
}
