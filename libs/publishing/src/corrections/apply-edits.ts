import {
  isJsonObject,
  type Json,
  type JsonObject,
  nameItems,
  parsePointer,
  placeOf,
  pointerOf,
  type Step,
} from '#ocds';
import { type Edit, type EditFault, type EditFaultCode, editFault } from './edit.js';

export interface EditedRelease {
  readonly release: JsonObject;
  readonly faults: readonly EditFault[];
}

/** A release with edits done one after the other; those that cannot be done are named and passed over. */
export function applyEdits(release: JsonObject, edits: readonly Edit[]): EditedRelease {
  const faults: EditFault[] = [];
  let edited = release;
  for (const edit of edits) {
    const after = applyEdit(edited, edit);
    if (typeof after === 'string') faults.push(editFault(after, edit.pointer));
    else edited = after;
  }
  return { release: edited, faults };
}

/** What marks a release, and not what it tells. */
const HEAD: ReadonlySet<Step> = new Set(['ocid', 'id', 'date', 'tag']);

function applyEdit(release: JsonObject, { pointer, value }: Edit): JsonObject | EditFaultCode {
  const steps = parsePointer(pointer);
  if (steps === undefined || steps.length === 0) return 'POINTER_UNREADABLE';
  if (HEAD.has(steps[0]!) || (steps.at(-1) === 'id' && typeof steps.at(-2) === 'object')) return 'FIXED';
  return setIn(release, steps, 0, value) as JsonObject | EditFaultCode;
}

/** The value with a change inside; a text is the fault, since no place on the way may be one. */
function setIn(value: Json | undefined, steps: readonly Step[], at: number, to: Json): Json | EditFaultCode {
  const step = steps[at]!;
  if (typeof step === 'object') return setItem(listOf(value), steps, at, to);
  if (step === '-' && Array.isArray(value)) return append(value as readonly Json[], steps, at, to);
  const object = value ?? {};
  return isJsonObject(object) ? setMember(object, step, steps, at, to) : 'PLACE_UNKNOWN';
}

function setMember(
  object: JsonObject,
  name: string,
  steps: readonly Step[],
  at: number,
  to: Json,
): JsonObject | EditFaultCode {
  const before = Object.hasOwn(object, name) ? object[name] : undefined;
  const isLast = at === steps.length - 1;
  if (isLast && Array.isArray(before) && hasIdentified(before) && !keepsItems(before, to)) return 'ITEM_STAYS';
  const after = isLast ? to : setIn(before, steps, at + 1, to);
  if (isFault(after, isLast)) return after;
  if (after !== null) return { ...object, [name]: after };
  const { [name]: _, ...rest } = object;
  return rest;
}

/** A fault is a text that came back from further in; at the end of the way a text is the value. */
function isFault(value: Json | EditFaultCode, isLast: boolean): value is EditFaultCode {
  return !isLast && typeof value === 'string';
}

function setItem(list: readonly JsonObject[], steps: readonly Step[], at: number, to: Json): Json | EditFaultCode {
  const identity = placeOf(steps.slice(0, at)).field?.identity ?? 'id';
  const wanted = pointerOf([steps[at]!]);
  const position = nameItems(list, identity).findIndex(({ key }) => key === wanted);
  if (at < steps.length - 1) {
    if (position === -1) return 'ITEM_UNKNOWN';
    const item = setIn(list[position], steps, at + 1, to);
    return typeof item === 'string' ? item : list.with(position, item as JsonObject);
  }
  return placeItem(list, position, steps[at] as { readonly id?: string }, to);
}

function placeItem(
  list: readonly JsonObject[],
  position: number,
  { id }: { readonly id?: string },
  to: Json,
): Json | EditFaultCode {
  if (to === null) {
    if (position === -1) return 'ITEM_UNKNOWN';
    return id === undefined ? list.toSpliced(position, 1) : 'ITEM_STAYS';
  }
  if (!isJsonObject(to) || (id !== undefined && String(to.id) !== id)) return 'ITEM_NEEDS_ID';
  if (position !== -1) return list.with(position, id === undefined ? to : { ...to, id: list[position]!.id! });
  return id === undefined ? 'ITEM_UNKNOWN' : [...list, to];
}

function append(list: readonly Json[], steps: readonly Step[], at: number, to: Json): Json | EditFaultCode {
  if (at < steps.length - 1) return 'ITEM_UNKNOWN';
  return to === null ? 'NOTHING_CHANGES' : [...list, to];
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function hasIdentified(list: readonly Json[]): boolean {
  return list.some((item) => isJsonObject(item) && item.id !== undefined);
}

/** Whether a list still has every item that can be told by its id. */
function keepsItems(before: readonly Json[], after: Json): boolean {
  if (!Array.isArray(after)) return false;
  const ids = new Set(after.map((item: Json) => (isJsonObject(item) ? item.id : undefined)));
  return before.every((item) => !isJsonObject(item) || item.id === undefined || ids.has(item.id));
}
