import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { pointerSegment } from '../validate/pointer-segment.js';
import { giveIds } from './give-ids.js';
import { SCALAR_REPAIRS } from './repair-scalar.js';
import type { AppliedRepair, RepairName } from './repairs.js';
import type { Shape } from './shape.js';

/** Where the walk stands. The pointer is that of the release as it came; what was made a list has its entry at `/0`. */
export interface Place {
  readonly shape: Shape;
  readonly pointer: string;
  readonly depth: number;
  /** In a list a null says nothing; as a member it says that the field is deleted. */
  readonly inList?: boolean;
}

/** Deeper data stays as it is: no OCDS field lies below 10. It also bounds the stack. */
const DEEPEST = 64;

/** The value repaired, the same object when nothing changed; undefined when it was dropped. */
export function repairValue(
  value: Json,
  place: Place,
  wanted: ReadonlySet<RepairName>,
  applied: AppliedRepair<Json>[],
): Json | undefined {
  const repair = (one: Json, at: Place) => repairValue(one, at, wanted, applied);
  const note = (entry: AppliedRepair<Json>) => applied.push(entry);
  if (place.depth > DEEPEST) return value;
  if (wanted.has('scalar-to-list') && wantsList(value, place.shape) && !isEmpty(value, place)) {
    note({ repair: 'scalar-to-list', pointer: place.pointer, before: value, after: [value] });
    return repair([value], place);
  }
  const repaired = Array.isArray(value)
    ? repairList(value, place, wanted, repair, note)
    : isJsonObject(value)
      ? repairObject(value, place, repair)
      : repairScalar(value, place, wanted, note);
  if (!wanted.has('drop-empty') || place.pointer === '' || !isEmpty(repaired, place)) return repaired;
  note({ repair: 'drop-empty', pointer: place.pointer, before: value, after: undefined });
  return undefined;
}

type Repair = (value: Json, place: Place) => Json | undefined;
type Note = (entry: AppliedRepair<Json>) => void;

function repairScalar(value: Json, { shape, pointer }: Place, wanted: ReadonlySet<RepairName>, note: Note): Json {
  let repaired = value;
  for (const [repair, mend] of SCALAR_REPAIRS) {
    const mended = wanted.has(repair) ? mend(repaired, shape) : undefined;
    if (mended === undefined) continue;
    const { after, assumed = [] } = mended;
    note({ repair, pointer, before: repaired, after, ...(assumed.length > 0 && { assumed }) });
    repaired = after;
  }
  return repaired;
}

function repairObject(object: JsonObject, place: Place, repair: Repair): JsonObject {
  const { shape, pointer, depth } = place;
  const members = Object.entries(object).map(([name, value]): [string, Json | undefined, Json | undefined] => {
    const at = { shape: shape.member(name), pointer: `${pointer}/${pointerSegment(name)}`, depth: depth + 1 };
    return [name, value, value === undefined ? undefined : repair(value, at)];
  });
  if (members.every(([, before, after]) => before === after)) return object;
  return Object.fromEntries(members.flatMap(([name, , after]) => (after === undefined ? [] : [[name, after]])));
}

function repairList(
  list: readonly Json[],
  { shape, pointer, depth }: Place,
  wanted: ReadonlySet<RepairName>,
  repair: Repair,
  note: Note,
): readonly Json[] {
  const item = shape.item();
  const entries = list.map((entry, index) =>
    repair(entry, { shape: item, pointer: `${pointer}/${index}`, depth: depth + 1, inList: true }),
  );
  // The awards and contracts of a process, at its top, have ids that other documents go by: none is made up.
  const needsIds = wanted.has('missing-ids') && shape.entriesNeedId && depth > 1;
  const repaired = needsIds ? identified(list, entries, pointer, note) : entries;
  if (repaired.every((entry, index) => entry === list[index])) return list;
  return repaired.filter((entry) => entry !== undefined);
}

function identified(
  list: readonly Json[],
  entries: readonly (Json | undefined)[],
  pointer: string,
  note: Note,
): readonly (Json | undefined)[] {
  const given = giveIds(list, entries);
  return entries.map((entry, index) => {
    const own = given.get(index);
    if (own === undefined) return entry;
    const { id: before, ...rest } = entry as JsonObject;
    const assumed = own.assumed.length > 0 && { assumed: own.assumed };
    note({ repair: 'missing-ids', pointer: `${pointer}/${index}/id`, before, after: own.id, ...assumed });
    return { id: own.id, ...rest };
  });
}

/** A value where only a list may stand. */
function wantsList(value: Json, { accepts }: Shape): boolean {
  return accepts.has('array') && !Array.isArray(value) && value !== null && !accepts.has(jsonTypeOf(value));
}

function jsonTypeOf(value: Json): string {
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

/** A null where the schema takes one stays: in a release it deletes what earlier ones said. */
function isEmpty(value: Json, { shape: { accepts }, inList }: Place): boolean {
  if (value === null) return !accepts.has('null') && (accepts.size > 0 || inList === true);
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}
