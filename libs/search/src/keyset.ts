/** A place between two rows of an ordered list, and the way to read on from it. */
export interface Cursor {
  readonly direction: 'next' | 'prev';
  /** The sort key of the row to continue after. */
  readonly key: readonly (string | number | null)[];
}

/** A page of a list, with the cursors of its neighbours where there are any. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | undefined;
  readonly prev: string | undefined;
}

export class CursorError extends Error {
  readonly code = 'CURSOR_INVALID';
}

/** A cursor as it travels in an address: opaque, safe in a query string. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.direction === 'prev' ? 'p' : 'n', ...cursor.key])).toString('base64url');
}

/**
 * Reads what `writeCursor` wrote.
 *
 * @param length how many parts the key of this list has.
 * @throws CursorError when it is anything else.
 */
export function readCursor(text: string | undefined, length: number): Cursor | undefined {
  if (text === undefined) return undefined;
  const [direction, ...key] = parseCursor(text);
  const sound =
    key.length === length && key.every((part) => ['string', 'number'].includes(typeof part) || part === null);
  if (!sound || (direction !== 'n' && direction !== 'p')) throw new CursorError('El cursor no es de esta lista.');
  return { direction: direction === 'p' ? 'prev' : 'next', key: key as Cursor['key'] };
}

function parseCursor(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/**
 * Makes a page of rows that were read one more than `limit`, in the direction of the cursor.
 *
 * @param found rows in reading order: away from the cursor.
 * @param keyOf the sort key of a row.
 */
export function makePage<Row>(
  found: readonly Row[],
  limit: number,
  cursor: Cursor | undefined,
  keyOf: (row: Row) => Cursor['key'],
): Page<Row> {
  const backwards = cursor?.direction === 'prev';
  const more = found.length > limit;
  const rows = backwards ? found.slice(0, limit).toReversed() : found.slice(0, limit);
  const first = rows.at(0);
  const last = rows.at(-1);
  const hasNext = backwards ? cursor !== undefined : more;
  const hasPrev = backwards ? more : cursor !== undefined;
  return {
    rows,
    next: hasNext && last ? writeCursor({ direction: 'next', key: keyOf(last) }) : undefined,
    prev: hasPrev && first ? writeCursor({ direction: 'prev', key: keyOf(first) }) : undefined,
  };
}
