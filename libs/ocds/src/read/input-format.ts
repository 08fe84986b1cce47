/** What one object of an input is. */
export type Shape =
  | 'release package'
  | 'record package'
  | 'record'
  | 'release'
  | 'compiled release'
  | 'versioned release'
  | 'other object';

/** What was seen of an input, for its format. */
export interface InputFacts {
  /** JSON texts at the top level. */
  documents: number;
  /** One of them at least is an array. */
  isArray: boolean;
  /** Name of the member that wraps packages or releases, as in `{"arrayReleasePackage": [...]}`. */
  wrapper?: string;
  readonly shapes: Set<Shape>;
}

export function noFacts(): InputFacts {
  return { documents: 0, isArray: false, shapes: new Set() };
}

/**
 * The format in the words of the reference command line kit: "release package", "record", "JSON array of releases",
 * "concatenated JSON of record packages" (JSON Lines among them); with us also `release packages in
 * "arrayReleasePackage"`. Shapes that are mixed are joined by "and".
 */
export function nameFormat({ documents, isArray, wrapper, shapes }: InputFacts): string {
  const many = documents > 1 || isArray || wrapper !== undefined;
  const what =
    [...shapes]
      .sort()
      .map((shape) => (many ? `${shape}s` : shape))
      .join(' and ') || 'nothing';
  const wrapped = wrapper === undefined ? what : `${what} in "${wrapper}"`;
  const inArray = isArray ? `JSON array of ${wrapped}` : wrapped;
  return documents > 1 ? `concatenated JSON of ${wrapped}` : inArray;
}
