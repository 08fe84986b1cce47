import type { ReferenceChange, ReferenceRetirement } from '../model/reference-change.js';
import { isReferenceKind, REFERENCE_KINDS } from '../model/reference-kind.js';
import type { ReferenceFact, ReferenceVersion } from '../model/reference-version.js';
import { checkFact } from './check-fact.js';
import { type ReferenceFault, referenceFault } from './reference-fault.js';
import { newestOf, overlaps, standingOf } from './timeline.js';

const KEY = /^[a-z0-9][a-z0-9.-]{0,79}$/;
const LONGEST_REASON = 1000;

/**
 * Everything that keeps a change from being made.
 *
 * @param history every version of the entry
 */
export function checkChange(change: ReferenceChange, history: readonly ReferenceVersion[]): readonly ReferenceFault[] {
  if (!isReferenceKind(change.kind)) return [unknownKind(change.kind)];
  const own = [...entryFaults(change), ...checkFact(change.kind, change)];
  return own.length > 0 ? own : [...turnFaults(change, history), ...timelineFaults(change, history)];
}

/** The same of a retirement. */
export function checkRetirement(
  retirement: ReferenceRetirement,
  history: readonly ReferenceVersion[],
): readonly ReferenceFault[] {
  if (!isReferenceKind(retirement.kind)) return [unknownKind(retirement.kind)];
  const own = entryFaults(retirement);
  if (own.length > 0) return own;
  const turn = turnFaults(retirement, history);
  return turn.length === 0 && standingOf(history).length === 0 ? [referenceFault('NOT_STANDING', '')] : turn;
}

function unknownKind(kind: string): ReferenceFault {
  return referenceFault('KIND_UNKNOWN', 'kind', { what: kind, allowed: REFERENCE_KINDS.join(', ') });
}

function entryFaults({ key, reason }: ReferenceRetirement): ReferenceFault[] {
  const faults: ReferenceFault[] = [];
  if (!KEY.test(key)) faults.push(referenceFault('KEY_INVALID', 'key'));
  if (reason.trim() === '' || reason.includes('\0')) faults.push(referenceFault('REASON_MISSING', 'reason'));
  if (reason.length > LONGEST_REASON) {
    const label = { es: 'Motivo', en: 'Reason' };
    faults.push(referenceFault('TOO_LONG', 'reason', { label, limit: String(LONGEST_REASON) }));
  }
  return faults;
}

function turnFaults({ expected, replaces }: ReferenceRetirement, history: readonly ReferenceVersion[]) {
  if (expected !== newestOf(history)) return [referenceFault('CHANGED', '')];
  const stands = replaces === undefined || standingOf(history).some(({ version }) => version === replaces);
  return stands ? [] : [referenceFault('NOT_STANDING', '')];
}

function timelineFaults(change: ReferenceChange, history: readonly ReferenceVersion[]): ReferenceFault[] {
  const standing = standingOf(history);
  const before = standing.find(({ version }) => version === change.replaces)?.fact;
  if (before && isSame(before, change)) return [referenceFault('NOTHING_CHANGES', '')];
  const others = standing.filter(({ version }) => version !== change.replaces);
  const hit = others.find(({ fact }) => overlaps(fact, change));
  return hit ? [referenceFault('OVERLAP', 'validFrom', { period: periodOf(hit.fact) })] : [];
}

function isSame(one: ReferenceFact, other: ReferenceFact): boolean {
  const said = ({ data, validFrom, validTo, source }: ReferenceFact) =>
    JSON.stringify([validFrom, validTo, sorted(data), sorted(source)]);
  return said(one) === said(other);
}

function sorted(fields: object): readonly (readonly [string, unknown])[] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
}

function periodOf({ validFrom, validTo }: ReferenceFact) {
  return {
    es: `${validFrom ?? 'sin fecha inicial'} a ${validTo ?? 'sin fecha final'}`,
    en: `${validFrom ?? 'no first day'} to ${validTo ?? 'no last day'}`,
  };
}
