import type { HeaderMatch } from '../profile/match-header.js';
import type { ColumnName, TableProfile } from '../profile/profile.js';
import type { Column, Fill } from './filling.js';

/** Finds the columns that a template names, in the sheet it is filled from. */
export interface Scope {
  readonly profile: TableProfile;
  readonly column: (name: ColumnName) => Column;
  readonly codes: (name: string) => ReadonlyMap<string, string>;
  /** The scope of a child table; undefined where the file does not have its sheet. */
  readonly child: (name: string) => Scope | undefined;
  /** Fillings of nodes that stand in several places. */
  readonly once: Map<object, Fill>;
}

/** Scope of the main sheet. @param children headers of the child sheets, by the name the profile gives them */
export function mainScope(
  profile: TableProfile,
  match: HeaderMatch,
  children: ReadonlyMap<string, HeaderMatch>,
): Scope {
  const own = (name: ColumnName): Column => columnOf(match, name, false, profile);
  return {
    profile,
    column: own,
    codes: (name) => profile.codes.get(name)!,
    child: (name) => {
      const childMatch = children.get(name);
      return childMatch && childScope(profile, match, childMatch);
    },
    once: new Map(),
  };
}

function childScope(profile: TableProfile, parent: HeaderMatch, own: HeaderMatch): Scope {
  return {
    profile,
    column: (name) =>
      name.startsWith('^') ? columnOf(parent, name.slice(1), true, profile) : columnOf(own, name, false),
    codes: (name) => profile.codes.get(name)!,
    child: () => undefined,
    once: new Map(),
  };
}

/** @param profile of a column of the main sheet */
function columnOf(match: HeaderMatch, name: ColumnName, ofParent: boolean, profile?: TableProfile): Column {
  const index = match.places.get(name) ?? -1;
  const essential = profile?.essential.has(name) ?? false;
  return { index, header: match.headers[index] ?? '', ofParent, essential };
}
