/** What belongs to a generic path, as `tender/documents/documentType`. */
export type MatchPath<T> = (path: string) => T | undefined;

/**
 * Finds by path what a profile lists by path. A listed path that begins with `*` stands for all that end so, wherever
 * they begin. Of two that fit, an exact one holds.
 */
export function matchPaths<T>(listed: ReadonlyMap<string, T>): MatchPath<T> {
  const endings = [...listed]
    .filter(([path]) => path.startsWith('*/'))
    .map(([path, own]) => [path.slice(1), own] as const);
  return (path) => listed.get(path) ?? endings.find(([ending]) => `/${path}`.endsWith(ending))?.[1];
}
