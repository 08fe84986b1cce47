import { type Json, type JsonObject, parsePointer } from '#ocds';
import { contentHashOf, contentOfRelease } from '#sources';
import type { PublicProcess } from '../mapping/decide-process.js';
import { applyEdits } from './apply-edits.js';
import { sameValue, type StandingValue } from './standing-values.js';
import { valueAt } from './value-at.js';

/** A value that a source told as it was before it was put right. */
export interface KeptValue extends StandingValue {
  readonly told?: Json | undefined;
}

/**
 * What rows tell of a process, with its corrections held where the rows tell the very value that was corrected: the same
 * mistake, made again. A value that is neither that nor the right one is news of the source, and goes through.
 */
export function keepCorrected(
  process: PublicProcess,
  standing: readonly StandingValue[],
): { readonly process: PublicProcess; readonly kept: readonly KeptValue[] } {
  const kept = standing.flatMap((value): KeptValue[] => {
    const told = valueAt(process.members, parsePointer(value.pointer)!);
    // What the source never told, the correction goes on telling.
    if (told === undefined || sameValue(told, value.after) || !sameValue(told, value.before)) return [];
    return [{ ...value, told }];
  });
  if (kept.length === 0) return { process, kept };
  const edits = kept.map(({ pointer, after }) => ({ pointer, value: after ?? null }));
  const members: JsonObject = applyEdits(process.members, edits).release;
  const contentHash = contentHashOf(contentOfRelease(members, process.mapped.ocid));
  return { process: { ...process, members, contentHash }, kept };
}
