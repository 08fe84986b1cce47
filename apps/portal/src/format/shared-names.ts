/** The names that more than one has. Offices of one institution often have one name: only their key tells them apart. */
export function sharedNames(names: readonly (string | undefined)[]): ReadonlySet<string | undefined> {
  return new Set(names.filter((name, index) => name !== undefined && names.indexOf(name) !== index));
}
