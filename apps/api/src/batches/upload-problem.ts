import type { Bilingual } from '#ocds';
import { RefusalException } from '../tracker/refusal.exception.js';
import { UploadError, type UploadErrorCode } from '#publishing';

/** What a problem document says beside its standard members, of a named error. */
export interface ToldError {
  readonly code: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

export function toldError(thrown: unknown): ToldError | undefined {
  if (thrown instanceof RefusalException) return thrown.refusal;
  if (!(thrown instanceof UploadError)) return undefined;
  const { code, reason, remedy } = thrown;
  return { code, message: reason, remedy };
}

export const UPLOAD_STATUS: Readonly<Record<UploadErrorCode, number>> = {
  UPLOAD_UNKNOWN: 404,
  UPLOAD_EMPTY: 400,
  UPLOAD_TOO_LARGE: 413,
  UPLOAD_TOO_SLOW: 408,
  UPLOAD_BUSY: 503,
  UPLOAD_CUT: 400,
  STATE_CONFLICT: 409,
  IDEMPOTENCY_CONFLICT: 422,
  REPLACES_UNKNOWN: 422,
  NO_WORKBOOK: 409,
};
