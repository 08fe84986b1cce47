import codelists from '../../../../schemas/ocds/1.1/codelists.json' with { type: 'json' };

/** Codes by the code list's file name, as schemas write it: `partyRole.csv`. */
export type Codelists = ReadonlyMap<string, ReadonlySet<string>>;

/** Codes to add, by the code list's file name. */
export type CodelistAdditions = Readonly<Record<string, readonly string[]>>;

/** The code lists of OCDS 1.1 with codes added; a name not known yet begins a list of its own. */
export function extendCodelists(additions: CodelistAdditions): Codelists {
  const lists = new Map<string, Set<string>>(Object.entries(codelists).map(([name, codes]) => [name, new Set(codes)]));
  for (const [name, codes] of Object.entries(additions)) {
    lists.set(name, new Set([...(lists.get(name) ?? []), ...codes]));
  }
  return lists;
}
