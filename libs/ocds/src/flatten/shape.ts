import { columnOf, type GrowingColumn, type GrowingTable } from './growing-table.js';
import { toSegment } from './heading-segment.js';

/** What is known of the objects at one place of the data: into which table and columns their members go. */
export interface Shape {
  readonly table: GrowingTable;
  /** Heading of its members less their name: "", "tender/", "awards/0/". */
  readonly prefix: string;
  /** The prefix of the release or array element that it is, or is part of. */
  readonly base: string;
  /** Headings of the ids of that element and of those that enclose it: "ocid", "id", "awards/0/id". */
  readonly keys: readonly string[];
  readonly members: Map<string, MemberShape>;
}

/** A member may be a cell in one release, an object in another, and an array in a third. */
export interface MemberShape {
  readonly heading: string;
  column?: GrowingColumn;
  object?: Shape;
  list?: ListShape;
}

/** An array of objects. */
export interface ListShape {
  /** As `Element.name`. */
  readonly name: string;
  readonly element: Shape;
  readonly keyColumns: readonly GrowingColumn[];
}

export function memberShape(shape: Shape, name: string): MemberShape {
  const known = shape.members.get(name);
  if (known) return known;
  const member: MemberShape = { heading: shape.prefix + toSegment(name) };
  shape.members.set(name, member);
  return member;
}

export function objectShape({ table, base, keys }: Shape, member: MemberShape): Shape {
  return (member.object ??= { table, base, keys, prefix: `${member.heading}/`, members: new Map() });
}

/** @param tableFor gives the table for the rows of the array with that heading */
export function listShape(shape: Shape, member: MemberShape, tableFor: (heading: string) => GrowingTable): ListShape {
  return (member.list ??= createListShape(shape, member.heading, tableFor(member.heading)));
}

function createListShape({ base, keys }: Shape, heading: string, table: GrowingTable): ListShape {
  const prefix = `${heading}/0/`;
  const keyColumns = keys.map((key) => columnOf(table, key, true));
  const own = { table, prefix, base: prefix, keys: [...keys, `${prefix}id`], members: new Map() };
  return { name: heading.slice(base.length), element: own, keyColumns };
}
