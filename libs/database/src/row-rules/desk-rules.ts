import { DESK_ROLE } from './desk-role.js';

/** What the desk may do with the rows of a table, each as an SQL condition; what is left out is refused. */
export interface DeskRules {
  readonly read?: string;
  readonly add?: string;
  readonly change?: string;
  readonly remove?: string;
  /** Only these columns; all of them where absent. */
  readonly columns?: Partial<Readonly<Record<'read' | 'add' | 'change', readonly string[]>>>;
}

/**
 * SQL that puts a table under row rules: for signed-in work nothing is allowed but what is said here. The owner, as whom
 * the pipeline and the public pages read, is not bound. Every new table needs it, or nothing granted at all.
 */
export function deskRules(table: string, rules: DeskRules): string {
  const columns = (names: readonly string[] | undefined) => (names ? ` (${names.join(', ')})` : '');
  const { read, add, change, remove } = rules;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    read && grant(table, `SELECT${columns(rules.columns?.read)}`) + policy(table, 'read', `SELECT USING (${read})`),
    add && grant(table, `INSERT${columns(rules.columns?.add)}`) + policy(table, 'add', `INSERT WITH CHECK (${add})`),
    change &&
      grant(table, `UPDATE${columns(rules.columns?.change)}`) +
        policy(table, 'change', `UPDATE USING (${change}) WITH CHECK (${change})`),
    remove && grant(table, 'DELETE') + policy(table, 'remove', `DELETE USING (${remove})`),
  ]
    .filter(Boolean)
    .join('\n');
}

/**
 * A row belongs to one of the actor's organisations.
 *
 * @param column the organisation's id.
 * @param roles the actor holds one of these there; any role where none is named.
 */
export function inOrganisation(column: string, ...roles: readonly string[]): string {
  // The sub-select is evaluated once a query; the bare function would be once a row.
  return `${column} = ANY ((SELECT desk_organisations(${rolesOf(roles)}))::text[])`;
}

/** The actor holds one of these roles over the whole platform, not one organisation. */
export function overPlatform(...roles: readonly string[]): string {
  return `(SELECT desk_over_platform(${rolesOf(roles)}))`;
}

function rolesOf(roles: readonly string[]): string {
  return roles.length === 0 ? 'NULL' : `ARRAY[${roles.map((role) => `'${role}'`).join(', ')}]`;
}

function grant(table: string, what: string): string {
  return `GRANT ${what} ON ${table} TO ${DESK_ROLE};\n`;
}

function policy(table: string, name: string, rule: string): string {
  return `CREATE POLICY desk_${name} ON ${table} FOR ${rule.replace(' ', ` TO ${DESK_ROLE} `)};`;
}
