import type { JsonObject, Organization } from '#ocds';
import { dateTime } from '../calendar.js';
import type { Supplier } from '../catalogue.js';
import { document } from '../document.js';
import type { Bid } from '../draw/bids.js';
import type { Blueprint } from '../draw/blueprint.js';
import { promptly } from '../publication.js';
import type { LifeEvent, ReleaseContent } from '../life-event.js';
import { money } from '../money.js';
import { supplierParty, supplierReference } from '../party.js';
import type { Random } from '../random.js';
import { unless } from '../unless.js';

/** The opening of proposals: who takes part and, where bids are published, what each offers. */
export function opening(random: Random, blueprint: Blueprint): LifeEvent {
  const { schedule } = blueprint;
  const content = proposals(blueprint);
  return { tags: ['tenderUpdate'], at: schedule.opened, published: promptly(random, schedule.opened), content };
}

/** The same without a winner: nobody came, or nobody was solvent. */
export function unsuccessful(random: Random, blueprint: Blueprint): LifeEvent {
  const { tender, ...content } = proposals(blueprint);
  const at = blueprint.schedule.awarded;
  const documents = [...(tender?.documents ?? []), document(blueprint, 'unsuccessfulProcedureNotice', at)];
  const ended = { ...tender, id: blueprint.number, status: 'unsuccessful', documents };
  return { tags: ['tenderUpdate'], at, published: promptly(random, at), content: { ...content, tender: ended } };
}

/** Out: the roles of a competitor, which a later release repeats before it adds its own. */
export function competitorRoles({ competitors, dirt }: Blueprint, supplier: Supplier): readonly string[] {
  const unmarked = dirt.has('winnerWithoutTendererRole') && supplier === competitors[0];
  return competitors.includes(supplier) && !unmarked ? ['tenderer'] : [];
}

function proposals(blueprint: Blueprint): ReleaseContent {
  const { competitors, bids, dirt, schedule, number } = blueprint;
  const tender = {
    id: number,
    numberOfTenderers: competitors.length + (dirt.has('wrongTendererCount') && competitors.length > 1 ? 1 : 0),
    ...unless(competitors.length === 0, { tenderers: competitors.map(supplierReference) }),
    documents: [document(blueprint, 'openingOfProposals', schedule.opened)],
  };
  const parties = competitorParties(blueprint);
  return {
    ...unless(parties.length === 0, { parties }),
    tender,
    ...unless(bids.length === 0, { bids: { details: bids.map(bidAsReceived) } }),
  };
}

function competitorParties(blueprint: Blueprint): readonly Organization[] {
  return blueprint.competitors
    .map((supplier) => supplierParty(supplier, competitorRoles(blueprint, supplier)))
    .filter(({ roles }) => roles !== undefined && roles.length > 0);
}

function bidAsReceived({ id, date, supplier, net }: Bid): JsonObject {
  return { id, date: dateTime(date), status: 'pending', tenderers: [supplierReference(supplier)], value: money(net) };
}
