/** What a request met; `retryable` ones may pass with time. */
export type OutboundErrorCode =
  | 'ADDRESS_FORBIDDEN'
  | 'ALLOW_LIST_INVALID'
  | 'BODY_BROKEN'
  | 'CONNECTION_FAILED'
  | 'DOWNGRADE'
  | 'ENCODING_UNKNOWN'
  | 'HOST_NOT_LISTED'
  | 'HOST_UNKNOWN'
  | 'HTTP_STATUS'
  | 'PORT_FORBIDDEN'
  | 'REDIRECT_LOOP'
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'TOO_MANY_REDIRECTS'
  | 'URL_FORBIDDEN';

interface Details {
  readonly retryable?: boolean;
  /** HTTP status of the answer, where there was one. */
  readonly status?: number;
  /** How long the server asks to wait. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** A request to the outside was refused by us, or failed. Neither the message nor the remedy repeats a secret. */
export class OutboundError extends Error {
  readonly retryable: boolean;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly code: OutboundErrorCode,
    message: string,
    readonly remedy: string,
    { retryable = false, status, retryAfterMs, cause }: Details = {},
  ) {
    super(message, { cause });
    this.name = 'OutboundError';
    this.retryable = retryable;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}
