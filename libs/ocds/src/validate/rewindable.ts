import { guessExtensions } from './guess-extensions.js';

/** Bytes to be read once, or a function that opens them anew each time. */
export type InputSource = AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>);

/** A source whose first chunk was looked at. */
export interface Rewindable {
  /** The extensions it seems to declare at its beginning. */
  readonly guessed: readonly string[];
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly canReopen: boolean;
}

/** Looks at the first chunk of a source without losing it. */
export async function rewindable(source: InputSource): Promise<Rewindable> {
  const canReopen = typeof source === 'function';
  const chunks = (canReopen ? source() : source)[Symbol.asyncIterator]();
  const head = await chunks.next();
  const guessed = head.done ? [] : guessExtensions(head.value);
  let isOpened = false;
  const open = (): AsyncIterable<Uint8Array> => {
    if (isOpened && canReopen) return source();
    isOpened = true;
    return rejoin(head, chunks);
  };
  return { guessed, open, canReopen };
}

async function* rejoin(
  head: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  try {
    for (let next = head; !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
