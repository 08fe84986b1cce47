import type { ChildTable, TableProfile } from './profile.js';

/** The names that a profile uses without defining them, each as a sentence. */
export function checkNames(profile: TableProfile): readonly string[] {
  const faults: string[] = [];
  const scope: Scope = { profile, own: profile.columns, parent: undefined };
  for (const [name, { column }] of profile.children) {
    if (!profile.columns.has(column)) faults.push(`children/${name}/column: no hay una columna «${column}»`);
  }
  for (const { column } of profile.skip) {
    if (!profile.columns.has(column)) faults.push(`skip: no hay una columna «${column}»`);
  }
  for (const column of profile.essential) checkColumn(column, scope, 'essential', faults);
  for (const { column, with: beside = column, unless } of profile.mandatory) {
    for (const name of [column, beside, ...unless]) checkColumn(name, scope, 'mandatory', faults);
  }
  const { number, reported } = profile.process;
  if (reported !== undefined) checkColumn(reported, scope, 'process/reported', faults);
  checkTemplate(number, scope, 'process/number', faults);
  checkTemplate(profile.release, scope, 'release', faults);
  return faults;
}

interface Scope {
  readonly profile: TableProfile;
  readonly own: TableProfile['columns'];
  readonly parent: TableProfile['columns'] | undefined;
}

/** Members whose value, when it is a text, is the name of a column; and those that hold several. */
const ONE_COLUMN = new Set(
  'text code clean number integer flag date email url rfc amount net currency $split'.split(' '),
);
const COLUMNS = new Set(['person', 'hash']);

function checkTemplate(template: unknown, scope: Scope, at: string, faults: string[]): void {
  if (Array.isArray(template)) {
    for (const [index, item] of template.entries()) checkItem(item, scope, `${at}/${index}`, faults);
    return;
  }
  if (typeof template !== 'object' || template === null) return;
  for (const [name, value] of Object.entries(template)) {
    if (name === 'constant') continue;
    if (ONE_COLUMN.has(name) && typeof value === 'string') checkColumn(value, scope, `${at}/${name}`, faults);
    else if (COLUMNS.has(name) && isTextList(value)) {
      for (const column of value) checkColumn(column, scope, `${at}/${name}`, faults);
    } else if (name === 'map' && typeof value === 'string') checkCodes(value, scope, at, faults);
    else checkTemplate(value, scope, `${at}/${name}`, faults);
  }
}

function checkItem(item: unknown, scope: Scope, at: string, faults: string[]): void {
  const each = typeof item === 'object' && item !== null && '$each' in item ? item.$each : undefined;
  if (typeof each !== 'string') return checkTemplate(item, scope, at, faults);
  const child: ChildTable | undefined = scope.profile.children.get(each);
  if (child === undefined) faults.push(`${at}: no hay una tabla hija «${each}»`);
  else checkTemplate(item, { ...scope, own: child.columns, parent: scope.own }, at, faults);
}

function checkColumn(name: string, { own, parent }: Scope, at: string, faults: string[]): void {
  const known = name.startsWith('^') ? parent?.has(name.slice(1)) : own.has(name);
  if (!known) faults.push(`${at}: no hay una columna «${name}»`);
}

function checkCodes(name: string, { profile }: Scope, at: string, faults: string[]): void {
  if (!profile.codes.has(name)) faults.push(`${at}: no hay una lista de códigos «${name}»`);
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
