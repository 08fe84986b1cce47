import { HttpException } from '@nestjs/common';
import type { Refusal } from '#tracker';
import type { Outcome } from '#tracking';

const FORBIDDEN = ['ROLE', 'ADMIN', 'NOT_IMPLEMENTER', 'SELF_REVIEW', 'SAME_ORGANISATION', 'EDITED'];
const CONFLICT = ['TRANSITION', 'PENDING_REPORT', 'REPLY_OPEN', 'REPLY_LATE', 'GUARD', 'DUPLICATE', 'MEASURED'];

const STATUS: Readonly<Record<string, number>> = {
  UNKNOWN: 404,
  UNKNOWN_PLAN: 404,
  EVIDENCE_SIZE: 413,
  BUSY: 503,
  ...Object.fromEntries(FORBIDDEN.map((code) => [code, 403])),
  ...Object.fromEntries(CONFLICT.map((code) => [code, 409])),
};

/** A rule of the tracker said no; nothing was written. */
export class RefusalException extends HttpException {
  constructor(readonly refusal: Refusal) {
    super(refusal.message.es, STATUS[refusal.code] ?? 422);
  }
}

/** What an action did. @throws RefusalException */
export async function doneOf<Done extends object>(outcome: Promise<Outcome<Done>>): Promise<Omit<Done, 'ok'>> {
  const told = await outcome;
  if (!told.ok) throw new RefusalException(told.refusal);
  const { ok: _, ...done } = told;
  return done;
}
