import { type Document, partOf, partsOf, type Release, textOf } from '#ocds';

/** The addresses of the documents of a process. */
export function documentLinks({ planning, tender, awards, contracts }: Release): readonly string[] {
  const lists: readonly (readonly Document[] | undefined)[] = [
    partOf(planning)?.documents,
    partOf(tender)?.documents,
    ...partsOf(awards).map(({ documents }) => documents),
    ...partsOf(contracts).flatMap(({ documents, implementation }) => [documents, partOf(implementation)?.documents]),
  ];
  return lists.flatMap((documents) => partsOf(documents).flatMap(({ url }) => textOf(url) ?? []));
}
