import { describeError } from './report-error.js';

/** An input of the command line cannot be used: which, why, and what to do. */
export class SourceFault extends Error {
  readonly code = 'SOURCE_UNUSABLE';

  constructor(
    name: string,
    why: string,
    readonly remedy: string,
  ) {
    super(`${name}: ${why}`);
    this.name = 'SourceFault';
  }
}

/** Goes through values; an error on the way is told with the name of the input at hand, if there is one. */
export async function* naming<Value>(
  nameOf: () => string | undefined,
  values: AsyncIterable<Value>,
): AsyncGenerator<Value> {
  try {
    yield* values;
  } catch (error) {
    const name = nameOf();
    throw name === undefined ? error : named(name, error);
  }
}

/** The error, told with the name of the input that it is about; a mistake of ours as it is. */
export function named(name: string, error: unknown): unknown {
  return isTold(error) ? new SourceFault(name, describeError(error), '') : error;
}

/** Something that says what it is, and no mistake of ours. */
function isTold(error: unknown): boolean {
  return error instanceof Error && 'code' in error && !(error instanceof SourceFault);
}
