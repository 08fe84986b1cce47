import { createHash } from 'node:crypto';
import type { Actor } from '../rules/actor.js';
import type { StatusChange } from '../rules/refusal.js';
import { type Canonical, canonicalJson } from './canonical-json.js';

/** A line of the public log: who changed what, when, why. It is added and never edited; a correction is another line. */
export interface StatusEvent {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly actor: string;
  readonly actorRole: string;
  readonly actorOrganisation: string | null;
  /** ISO instant at which it was written. */
  readonly recordedAt: string;
  /** ISO day from which it holds. */
  readonly effectiveOn: string;
  readonly reason: string | null;
  readonly evidence: readonly string[];
  readonly prevHash: string;
  /** SHA-256 of the rest, in hexadecimal. */
  readonly hash: string;
}

/** What stands before the first line. */
export const GENESIS = '0'.repeat(64);

/** The place where a log ends. */
export interface LogHead {
  readonly seq: number;
  readonly hash: string;
}

export const EMPTY_LOG: LogHead = { seq: 0, hash: GENESIS };

/** The lines that follow the end of a log, chained to it and to each other. */
export function chainEvents(
  head: LogHead,
  changes: readonly StatusChange[],
  {
    actor,
    recordedAt,
    effectiveOn,
  }: { readonly actor: Actor; readonly recordedAt: string; readonly effectiveOn: string },
): readonly StatusEvent[] {
  let { seq, hash } = head;
  return changes.map(({ entity, entityId, field, from, to, reason = null, evidence = [] }) => {
    const what = { entity, entityId, field, from, to, reason, evidence };
    const who = { actor: actor.id, actorRole: actor.role, actorOrganisation: actor.organisation ?? null };
    const line = { seq: ++seq, ...what, ...who, recordedAt, effectiveOn, prevHash: hash };
    hash = hashOf(line);
    return { ...line, hash };
  });
}

/** The hash that a line must have. */
export function hashOf(line: Omit<StatusEvent, 'hash'>): string {
  return createHash('sha256')
    .update(canonicalJson(line as unknown as Canonical))
    .digest('hex');
}
