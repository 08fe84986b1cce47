/** Out: `part`, or nothing to spread when `spoilt`: a missing member is absent, never null. */
export function unless<T extends object>(spoilt: boolean, part: T): T | Record<never, never> {
  return spoilt ? {} : part;
}
