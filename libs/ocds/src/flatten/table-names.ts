import { MAIN_TABLE } from './flat-table.js';
import { FlattenError } from './flatten-error.js';
import { createTable, type GrowingTable } from './growing-table.js';

/**
 * `kind`: arrays of one name share a table (tender, award and contract items are all in "items"), so that there are few.
 * `path`: each array has its own ("tender_items", "awards_items").
 */
export type TablesBy = 'kind' | 'path';

const MOST_TABLES = 200;

/** Excel allows 31 characters; the rest is for the number of a part. */
const LONGEST_NAME = 26;

/** Gives each array of objects its table, by the array's heading. */
export function createTableFinder(by: TablesBy, main: GrowingTable): (heading: string) => GrowingTable {
  const byGroup = new Map<string, GrowingTable>();
  const names = new Set([MAIN_TABLE]);
  const tables = [main];
  return (heading) => {
    const group = groupOf(heading, by);
    const known = byGroup.get(group);
    if (known) return known;
    if (tables.length === MOST_TABLES) throw tooManyTables();
    const table = createTable(freeName(group, names));
    names.add(table.name.toLowerCase());
    byGroup.set(group, table);
    tables.push(table);
    return table;
  };
}

function groupOf(heading: string, by: TablesBy): string {
  const names = heading.split('/').filter((segment) => segment !== '0');
  return by === 'kind' ? names.at(-1)! : names.join('_');
}

/** A name that files and worksheets may bear, told apart regardless of case. */
function freeName(group: string, taken: ReadonlySet<string>): string {
  const plain = group.replace(/[^\p{L}\p{N}_]/gu, '_').slice(-LONGEST_NAME) || '_';
  if (!taken.has(plain.toLowerCase())) return plain;
  for (let number = 2; ; number++) {
    const name = `${plain.slice(0, LONGEST_NAME - 4)}_${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function tooManyTables(): FlattenError {
  return new FlattenError('TOO_MANY_TABLES', `Serían más de ${MOST_TABLES} tablas.`, {
    es: 'Algún objeto usa datos como nombres de listas, o falta agrupar por clase (--tables kind).',
    en: 'Some object uses data as names of lists, or tables are not grouped by kind (--tables kind).',
  });
}
