import type { Json, JsonObject } from '../json.js';
import type { Growth } from './growth.js';
import { MergeError } from './merge-error.js';
import type { MergeRule } from './merge-rules.js';
import type { MergeErrorCode } from './merge-texts.js';
import { type MergeWarning, mergeWarning } from './merge-warning.js';

/** One release on its way into one merged release. The walker alone changes `trail`. */
export interface Walk {
  /** True to do as the Python reference implementation does where it departs from the written standard. */
  readonly reference: boolean;
  readonly release: JsonObject;
  /** The names and positions that lead to where the walk is; after an error, to where it happened. */
  readonly trail: (string | number)[];
  readonly warnings: MergeWarning[];
  readonly growth: Growth;
}

/** No release nests like this; deeper ones would exhaust the stack here and in every later reader. */
const deepest = 200;

/** One step down; the way back is `trail.pop()`. */
export function enter(walk: Walk, step: string | number): void {
  if (walk.trail.push(step) > deepest) throw failure(walk, 'TOO_DEEP', String(deepest));
}

/** True when the value is taken as it is: anything but an object or a list whose items are matched by id. */
export function isLiteral(value: Json | undefined, rule: MergeRule | undefined, walk: Walk): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return rule?.strategy === 'whole' || value.some(isNoObject);
  return walk.reference && rule?.strategy === 'whole';
}

function isNoObject(item: Json): boolean {
  return typeof item !== 'object' || item === null || Array.isArray(item);
}

export function failure(walk: Walk, code: MergeErrorCode, detail?: string): MergeError {
  const { id } = walk.release;
  return new MergeError(code, { path: walk.trail.join('/'), releaseId: asText(id), detail });
}

/** A field that was text, list or object in an earlier release is another of these now. */
export function inconsistency(walk: Walk, earlier: string, now: Json): MergeError {
  return failure(walk, 'INCONSISTENT_TYPE', `${earlier} → ${shapeOf(now)}`);
}

export function shapeOf(value: Json | undefined): string {
  if (Array.isArray(value)) return value.some(isNoObject) ? 'list of values' : 'list of objects';
  return value === null ? 'null' : typeof value === 'object' ? 'object' : typeof value;
}

export function warnOfDuplicate(walk: Walk, id: string | number): void {
  const path = walk.trail.join('/');
  walk.warnings.push(mergeWarning('DUPLICATE_ID', { path, releaseId: asText(walk.release.id), value: id }));
}

/** A value at fault, to be shown: itself when it is short by nature, else its kind. */
export function described(value: Json | undefined): string {
  return typeof value === 'object' && value !== null ? shapeOf(value) : String(JSON.stringify(value));
}

/** The id of a release as text, for a place in a message. */
export function asText(id: Json | undefined): string | undefined {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
