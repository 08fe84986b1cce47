import { isDay, readPartialDate } from '../model/partial-date.js';
import { isBlank } from './actor.js';
import type { MilestoneAction } from './milestone-action.js';
import type { MilestoneState } from './milestone-state.js';
import { milestoneChange } from './move-to.js';
import { type Decision, refuse } from './refusal.js';

/** Gives a milestone another date, with a reason; the original one stays, and the delay is counted from it too. */
export function reschedule(
  milestone: MilestoneState,
  { to, reason }: Extract<MilestoneAction, { type: 'reschedule' }>,
): Decision<MilestoneState> {
  if (isBlank(reason)) return refuse('REASON');
  const currentDue = isDay(to) ? readPartialDate(to) : undefined;
  if (!currentDue) return refuse('DATE', { date: { es: to, en: to } });
  const from = (milestone.currentDue ?? milestone.originalDue)?.latest ?? null;
  if (from === to) return refuse('SAME_DATE');
  const reschedules = [...milestone.reschedules, { from, to, reason }];
  const change = milestoneChange(milestone, { field: 'currentDue', from, to, reason });
  return { ok: true, state: { ...milestone, currentDue, reschedules }, changes: [change] };
}
