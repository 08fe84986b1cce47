import type { Bilingual } from '../bilingual.js';

export type FlattenErrorCode = 'TOO_MANY_COLUMNS' | 'TOO_MANY_TABLES' | 'HEADING_UNREADABLE' | 'ROW_WITHOUT_PLACE';

/** Data that cannot be laid out as tables, or tables that cannot be read back. */
export class FlattenError extends Error {
  override readonly name = 'FlattenError';

  constructor(
    readonly code: FlattenErrorCode,
    message: string,
    readonly remedy: Bilingual,
  ) {
    super(message);
  }
}
