import { stableHash, type Json, type JsonObject } from '#ocds';
import type {
  BuyerTemplate,
  DocumentTemplate,
  Leaf,
  PartyTemplate,
  Template,
  ValueTemplate,
} from '../profile/profile.js';
import type { Scope } from './columns.js';
import { compileLeaf, LEAVES } from './compile-leaf.js';
import { compileBuyer, compileParty } from './compile-party.js';
import { compileValue } from './compile-value.js';
import { fillItem } from './fill-item.js';
import { cellOf, report, type Column, type Fill, type Rows } from './filling.js';
import { readList } from '../cell/read-list.js';

/**
 * Makes, from a template of a profile and the places of its columns, a function that fills it from a row. Nothing is
 * looked up by name afterwards. A member whose cells are all blank is left out, and so is an object of which nothing
 * but constants would remain.
 */
export function compileTemplate(template: Template, scope: Scope): Fill {
  if (Array.isArray(template)) return compileList(template, scope);
  const node = template as Readonly<Record<string, unknown>>;
  if ('$value' in node) return compileValue(node as unknown as ValueTemplate, scope);
  if ('$party' in node) return compileParty(node as unknown as PartyTemplate, scope, compileAny);
  if ('$buyer' in node) return compileBuyer(node as unknown as BuyerTemplate);
  if ('$document' in node) return compileDocument(node as unknown as DocumentTemplate, scope);
  if (isLeaf(node)) {
    const leaf = node as unknown as Leaf;
    return 'hash' in leaf ? compileOnce(node, scope, () => compileChoice(leaf, scope)) : compileChoice(leaf, scope);
  }
  return compileObject(node as Readonly<Record<string, Template>>, scope);
}

const compileAny = (template: unknown, scope: Scope): Fill => compileTemplate(template as Template, scope);

/** An object of OCDS may have members named `text` or `date`: there they hold a template, in a leaf a column's name. */
function isLeaf(node: object): boolean {
  const [first] = Object.entries(node);
  if (first === undefined || !LEAVES.has(first[0])) return false;
  const [name, value] = first;
  return typeof value === 'string' || name === 'constant' || Array.isArray(value);
}

/** A contract has one id in several places, the same node of the profile in all of them: it is made once for a row. */
function compileOnce(node: object, { once }: Scope, make: () => Fill): Fill {
  const known = once.get(node);
  if (known !== undefined) return known;
  const fill = make();
  let last: Rows['own'] | undefined;
  let value: Json | undefined;
  const fillOnce: Fill = (filling, rows, pointer) => {
    if (rows.own !== last) {
      value = fill(filling, rows, pointer);
      last = rows.own;
    }
    return value;
  };
  once.set(node, fillOnce);
  return fillOnce;
}

function compileChoice(leaf: Leaf, scope: Scope): Fill {
  if ('constant' in leaf) return () => leaf.constant;
  if ('first' in leaf) return compileFirst(leaf.first, scope);
  if ('join' in leaf) return compileJoin(leaf.join, leaf.with ?? ' ', scope);
  return compileLeaf(leaf, scope)!;
}

function compileFirst(templates: readonly Template[], scope: Scope): Fill {
  const fills = templates.map((template) => compileTemplate(template, scope));
  return (filling, rows, pointer) => {
    for (const fill of fills) {
      const value = fill(filling, rows, pointer);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

function compileJoin(templates: readonly Template[], separator: string, scope: Scope): Fill {
  const parts = templates.map((template) => ({
    tells: !tellsNothing(template),
    fill: compileTemplate(template, scope),
  }));
  return (filling, rows, pointer) => {
    const found = parts.flatMap(({ tells, fill }) => {
      const value = fill(filling, rows, pointer);
      return value === undefined ? [] : [{ tells, value }];
    });
    return found.some(({ tells }) => tells) ? found.map(({ value }) => value).join(separator) : undefined;
  };
}

/** Members that tell nothing by themselves: constants, and ids made of the other members' cells. */
function tellsNothing(template: unknown): boolean {
  if (Array.isArray(template)) return template.every(tellsNothing);
  return typeof template === 'object' && template !== null && ('constant' in template || 'hash' in template);
}

function compileObject(node: Readonly<Record<string, Template>>, scope: Scope): Fill {
  const members = Object.entries(node)
    .filter(([name]) => name !== '$each' && name !== '$split')
    .map(([name, template]) => ({ name, tells: !tellsNothing(template), fill: compileTemplate(template, scope) }));
  return (filling, rows, pointer) => {
    const object: Record<string, Json> = {};
    let told = false;
    for (const { name, tells, fill } of members) {
      const value = fill(filling, rows, filling.origins === undefined ? '' : `${pointer}/${name}`);
      if (value === undefined) continue;
      object[name] = value;
      told ||= tells;
    }
    if (!told) return undefined;
    if (isBackwards(object)) reportOrder(object, node, scope, filling, rows);
    return object;
  };
}

type FillArguments = Parameters<Fill>;

function isBackwards({ startDate, endDate }: JsonObject): boolean {
  return typeof startDate === 'string' && typeof endDate === 'string' && endDate < startDate;
}

function reportOrder(
  period: JsonObject,
  { endDate }: Readonly<Record<string, Template>>,
  scope: Scope,
  filling: FillArguments[0],
  rows: FillArguments[1],
): void {
  if (typeof endDate === 'object' && 'date' in endDate) {
    const [start, end] = [period.startDate, period.endDate].map((date) => String(date).slice(0, 10)) as [
      string,
      string,
    ];
    report(filling, rows, scope.column(endDate.date as string), 'date-order', { start, end });
  }
}

function compileList(items: readonly Template[], scope: Scope): Fill {
  const fills = items.map((item) => compileItem(item, scope));
  return (filling, rows, pointer) => {
    const list = fills.flatMap((fill) => fill(filling, rows, pointer));
    return list.length === 0 ? undefined : list;
  };
}

type FillItems = (...args: FillArguments) => readonly Json[];

function compileItem(item: Template, scope: Scope): FillItems {
  const each = '$each' in item ? (item.$each as unknown as string) : undefined;
  const own = each === undefined ? scope : scope.child(each);
  if (own === undefined) return () => [];
  const split = '$split' in item ? own.column(item.$split as unknown as string) : undefined;
  const fill = compileTemplate(item, own);
  return (filling, rows, pointer) =>
    ownRows(filling, rows, each)
      .flatMap((one) => (split === undefined ? [one] : splitRows(one, split)))
      .map((one) => fillItem(fill, filling, one, pointer))
      .filter((value) => value !== undefined);
}

function ownRows({ childRows }: FillArguments[0], rows: Rows, each: string | undefined): readonly Rows[] {
  return each === undefined ? [rows] : childRows(each).map((own) => ({ own, parent: rows.own }));
}

/** The row once for every part that its cell lists, with that part in the cell. */
function splitRows(rows: Rows, column: Column): readonly Rows[] {
  const parts = readList(cellOf(rows, column), /[,;|\n]/).value ?? [];
  if (parts.length < 2) return [rows];
  return parts.map((part) => ({ ...rows, own: { ...rows.own, cells: rows.own.cells.with(column.index, part) } }));
}

/** A document is known by its kind and address. */
function compileDocument({ $document, title, url, date }: DocumentTemplate, scope: Scope): Fill {
  const urlOf = compileLeaf({ url }, scope)!;
  const dateOf = date === undefined ? undefined : compileLeaf({ date }, scope);
  return (filling, rows, pointer) => {
    const address = urlOf(filling, rows, `${pointer}/url`);
    if (typeof address !== 'string') return undefined;
    const published = dateOf?.(filling, rows, `${pointer}/datePublished`);
    return {
      id: stableHash([$document, address]),
      documentType: $document,
      title,
      url: address,
      ...(published !== undefined && { datePublished: published }),
    };
  };
}
