export type IngestErrorCode =
  | 'FILE_MISSING'
  | 'FILE_UNREADABLE'
  | 'FILE_CHANGED'
  | 'PUBLISHER_UNKNOWN'
  | 'PROFILE_UNKNOWN'
  | 'HEADER_UNKNOWN'
  | 'OTHER_BUYER'
  | 'BATCH_UNKNOWN'
  | 'SAME_VERSION'
  | 'PROCESS_UNKNOWN';

/** A file, or the whole call, cannot be taken in; nothing of it was stored. */
export class IngestError extends Error {
  constructor(
    readonly code: IngestErrorCode,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = 'IngestError';
  }
}
