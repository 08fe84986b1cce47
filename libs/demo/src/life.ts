import type { Blueprint } from './draw/blueprint.js';
import { type Deal, drawDeal } from './draw/deal.js';
import type { LifeEvent } from './life-event.js';
import type { Random } from './random.js';
import { award, directAward } from './stages/award.js';
import { call } from './stages/call.js';
import { callChanges, cancellation } from './stages/call-changes.js';
import { contract } from './stages/contract.js';
import { contractAmendment } from './stages/contract-amendment.js';
import { closing, payments } from './stages/implementation.js';
import { opening, unsuccessful } from './stages/opening.js';
import { planning } from './stages/planning.js';

/** In: a blueprint. Out: all that happens to the process from planning to closing, in the order of time. */
export function liveOut(random: Random, blueprint: Blueprint): readonly LifeEvent[] {
  const { fate, lots } = blueprint;
  const planned = planning(random, blueprint);
  if (fate === 'stalled') return [planned];
  const sourced = sourcing(random, blueprint);
  const deals = lots.map((lot) => drawDeal(random, blueprint, lot));
  const carriedOut = deals.flatMap((deal) => dealEvents(random, blueprint, deal));
  return [planned, ...sourced, ...carriedOut].sort((a, b) => a.at - b.at);
}

/** From the call to the award, or to the end without one. */
function sourcing(random: Random, blueprint: Blueprint): readonly LifeEvent[] {
  if (blueprint.procedure.method === 'direct') return [directAward(random, blueprint)];
  const called = call(random, blueprint);
  if (blueprint.fate === 'cancelled') return [called, cancellation(random, blueprint)];
  const changes = [called, ...callChanges(random, blueprint)];
  if (blueprint.fate === 'unsuccessful') return [...changes, unsuccessful(random, blueprint)];
  return [...changes, opening(random, blueprint), award(random, blueprint)];
}

function dealEvents(random: Random, blueprint: Blueprint, deal: Deal): readonly LifeEvent[] {
  return [
    contract(random, blueprint, deal),
    ...contractAmendment(random, blueprint, deal),
    ...payments(random, blueprint, deal),
    ...closing(random, blueprint, deal),
  ];
}
