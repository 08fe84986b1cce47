import { ForbiddenException, NotFoundException } from '@nestjs/common';
import { AccessError } from '#access';
import { ConnectorError } from '#connectors';
import { IngestError, ProcessError, UploadError } from '#publishing';
import { QueueError } from '#queue';
import type { FieldError } from '../views/desk.view.js';

/** Codes that say that the thing is not there, or belongs to somebody else. */
const NOT_HERE: ReadonlySet<string> = new Set([
  'CORRECTION_UNKNOWN',
  'PROCESS_UNKNOWN',
  'UPLOAD_UNKNOWN',
  'ACCOUNT_UNKNOWN',
  'CONNECTOR_UNKNOWN',
  'KEY_UNKNOWN',
  'PUBLISHER_UNKNOWN',
]);

/**
 * What a refusal of a library says on the form, at the field it is about.
 *
 * @param fields which field each code is about; the whole form where it is not listed.
 * @throws NotFoundException or ForbiddenException where there is no form to go back to, and whatever is no refusal.
 */
export function toldError(error: unknown, fields: Readonly<Record<string, string>> = {}): readonly FieldError[] {
  if (!isRefusal(error)) throw error;
  if (NOT_HERE.has(error.code) && fields[error.code] === undefined) throw new NotFoundException(error.message);
  if (error.code === 'FORBIDDEN') throw new ForbiddenException(error.message);
  const message = /[.!?]$/.test(error.message) ? error.message : `${error.message}.`;
  return [{ field: fields[error.code] ?? '', message: `${message} ${remedyOf(error)}`.trim() }];
}

type Refusal = AccessError | ConnectorError | IngestError | ProcessError | QueueError | UploadError;

function remedyOf({ remedy }: Refusal): string {
  return typeof remedy === 'string' ? remedy : remedy.es;
}

function isRefusal(error: unknown): error is Refusal {
  return [AccessError, ConnectorError, IngestError, ProcessError, QueueError, UploadError].some(
    (kind) => error instanceof kind,
  );
}
