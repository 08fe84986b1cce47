import { type CodeOf, type Milestone, readPartialDate, type StatusEvent } from '#tracker';

const MET: ReadonlySet<string> = new Set(['verificada', 'parcial']);

/** A milestone in the state and with the dates that the log tells; a placeholder has none. */
export function foldMilestone(recorded: Milestone, log: readonly StatusEvent[]): Milestone {
  if (recorded.placeholder) return recorded;
  let folded = told({ ...recorded, state: recorded.state ?? 'programada' });
  for (const { entity, entityId, field, to, effectiveOn } of log) {
    if (entity !== 'milestone' || entityId !== recorded.id || to === null) continue;
    if (field === 'currentDue') folded = told({ ...folded, currentDue: readPartialDate(to)! });
    if (field === 'state') folded = inState(folded, to as CodeOf<'milestoneState'>, effectiveOn);
  }
  return folded;
}

function inState(milestone: Milestone, state: CodeOf<'milestoneState'>, on: string): Milestone {
  const { metOn: _, ...rest } = milestone;
  if (state === 'en_proceso') return { ...rest, state };
  return MET.has(state) ? told({ ...milestone, state, metOn: readPartialDate(on)! }) : { ...milestone, state };
}

/** What is told needs no reason for its absence. */
function told(milestone: Milestone): Milestone {
  const left = Object.entries(milestone.nulls).filter(([field]) => milestone[field as keyof Milestone] === undefined);
  return { ...milestone, nulls: Object.fromEntries(left) };
}
