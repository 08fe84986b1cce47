import { type PlanRecord, RECORD_KINDS } from '#tracker';
import type { TrackerView } from '../tracker-view.js';
import type { TrackerRows } from './load-rows.js';

/** A view from its rows. */
export function foldView(
  { records, log }: TrackerRows,
  known: { readonly version: string; readonly asOf?: string },
): TrackerView {
  const lists = RECORD_KINDS.map((kind) => [kind, records.flatMap((row) => (row.kind === kind ? [row.body] : []))]);
  const plan = Object.fromEntries(lists) as unknown as PlanRecord;
  return { plan, log, progress: [], reschedules: [], replies: [], withdrawn: [], files: [], terms: [], ...known };
}
