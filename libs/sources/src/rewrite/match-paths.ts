/** What belongs to a member, by the generic path of its object (`tender/documents`; '' for the release) and its name. */
export type MatchPath<T> = (owner: string, name: string) => T | undefined;

/**
 * Finds what a profile lists by generic path, as `tender/documents/documentType`. A listed path that begins with `*`
 * stands for all that end so, wherever they begin. Of two that fit, an exact one holds.
 */
export function matchPaths<T>(listed: Iterable<readonly [string, T]>): MatchPath<T> {
  const byName = new Map<string, readonly Listed<T>[]>();
  for (const [path, own] of listed) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    byName.set(name, [...(byName.get(name) ?? []), { path, own }]);
  }
  return (owner, name) => {
    const candidates = byName.get(name);
    if (candidates === undefined) return undefined;
    const path = owner === '' ? name : `${owner}/${name}`;
    const found = candidates.find((one) => one.path === path) ?? candidates.find((one) => endsSo(path, one));
    return found?.own;
  };
}

interface Listed<T> {
  readonly path: string;
  readonly own: T;
}

function endsSo(path: string, { path: listed }: Listed<unknown>): boolean {
  return listed.startsWith('*/') && `/${path}`.endsWith(listed.slice(1));
}
