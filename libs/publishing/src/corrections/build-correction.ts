import {
  changedLeaves,
  compileReleases,
  isJsonObject,
  type Json,
  type JsonObject,
  placeOf,
  type Release,
  type Step,
} from '#ocds';
import { contentHashOf, deriveReleaseTags, eraseLostValues, releaseIdOf } from '#sources';
import { applyEdits } from './apply-edits.js';
import { type Edit, type EditFault, editFault } from './edit.js';
import { type CorrectedValue, correctedValues } from './corrected-values.js';

export interface CorrectionMade {
  /** Of the process after it: what the edits come to. */
  readonly corrected: JsonObject;
  readonly release: Release;
  readonly values: readonly CorrectedValue[];
}

export type BuiltCorrection =
  { readonly faults: readonly [EditFault, ...EditFault[]] } | ({ readonly faults?: undefined } & CorrectionMade);

export interface BuildOptions {
  /** The releases of the process, oldest first: what is published, and what waits. */
  readonly history: readonly JsonObject[];
  readonly edits: readonly Edit[];
  /** Instant of the correction, RFC 3339 in UTC, to the millisecond. */
  readonly now: string;
  /** Takes personal data out. */
  readonly mask: (release: JsonObject) => JsonObject;
}

/**
 * Makes the release of a correction: it tells all that is known of the process, as edited, and takes away by null what
 * is gone; its date is now, after every release before it. Merged, the process is exactly as edited, or it is a fault.
 */
export function buildCorrection({ history, edits, now, mask }: BuildOptions): BuiltCorrection {
  if (edits.length === 0) return { faults: [editFault('NO_EDITS')] };
  const compiled = compileReleases(history);
  const edited = applyEdits(compiled, edits);
  const [first, ...others] = edited.faults;
  if (first) return { faults: [first, ...others] };
  const corrected = mask(edited.release);
  const values = correctedValues(compiled, corrected);
  if (values.length === 0) return { faults: [editFault('NOTHING_CHANGES')] };
  const release = releaseOf(compiled, corrected, later(now, history));
  const [amiss, ...more] = changedLeaves(corrected, compileReleases([...history, release]));
  if (amiss) return { faults: [amissAt(amiss), ...more.map(amissAt)] };
  return { corrected, release, values };
}

const amissAt = ({ pointer }: { readonly pointer: string }) => editFault('NOT_EXPRESSIBLE', pointer);

function releaseOf(compiled: JsonObject, corrected: JsonObject, date: string): Release {
  const [before, after] = [withoutHead(compiled), withoutHead(corrected)];
  const content = withoutNameless(eraseLostValues(after, before), []) as JsonObject;
  const ocid = String(compiled.ocid);
  const tag = deriveReleaseTags(asRelease(corrected), asRelease(compiled));
  return { ocid, id: releaseIdOf(ocid, contentHashOf({ ocid, ...content }), date), date, tag, ...content };
}

function withoutHead({ ocid: _ocid, id: _id, date: _date, tag: _tag, ...content }: JsonObject): JsonObject {
  return content;
}

/** Whoever reads it by its parts finds out what it has. */
function asRelease(content: JsonObject): Release {
  return content as unknown as Release;
}

/** Items without id of a list that is matched by ids would be added a second time: those lists are not told again. */
function withoutNameless(value: Json, steps: readonly Step[]): Json | undefined {
  if (Array.isArray(value)) return withoutNamelessItems(value as readonly Json[], steps);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).flatMap(([name, member]): [string, Json][] => {
    const kept = member === undefined ? undefined : withoutNameless(member, [...steps, name]);
    return kept === undefined ? [] : [[name, kept]];
  });
  return Object.fromEntries(members);
}

function withoutNamelessItems(list: readonly Json[], steps: readonly Step[]): Json | undefined {
  if (!list.every(isJsonObject) || placeOf(steps).field?.identity === 'whole') return list;
  const named = list.filter(({ id }) => id !== undefined && id !== null);
  if (named.length === 0 && list.length > 0) return undefined;
  return named.map((item) => withoutNameless(item, [...steps, { id: String(item.id) }])!);
}

/** Merging goes by dates: the correction comes after every release there is, whatever the clock says. */
function later(now: string, history: readonly JsonObject[]): string {
  const instants = history.map(({ date }) => (typeof date === 'string' ? Date.parse(date) : Number.NaN));
  const last = Math.max(...instants.filter((instant) => !Number.isNaN(instant)));
  return Date.parse(now) > last ? now : new Date(last + 1).toISOString();
}
