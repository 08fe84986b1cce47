import type { Award, JsonObject, Tender } from '#ocds';
import { dateTime } from '../calendar.js';
import { exceptionGrounds } from '../catalogue.js';
import { document } from '../document.js';
import type { Blueprint } from '../draw/blueprint.js';
import type { Lot } from '../draw/lots.js';
import { itemsOf } from '../items.js';
import { promptlyOrLate } from '../publication.js';
import type { LifeEvent } from '../life-event.js';
import { money } from '../money.js';
import { supplierParty, supplierReference } from '../party.js';
import type { Random } from '../random.js';
import { unless } from '../unless.js';
import { terms } from './call.js';
import { competitorRoles } from './opening.js';

/** The award after a competition: the verdict on each bid and one award per winner. */
export function award(random: Random, blueprint: Blueprint): LifeEvent {
  const { bids, number } = blueprint;
  const verdicts = bids.map(({ id, valid }) => ({ id, status: valid ? 'valid' : 'disqualified' }));
  const extra = unless(bids.length === 0, { bids: { details: verdicts } });
  return awardEvent(random, blueprint, ['award'], { id: number, status: 'complete' }, extra);
}

/** A direct award: the procedure is authorized, and its supplier chosen, in one act. */
export function directAward(random: Random, blueprint: Blueprint): LifeEvent {
  const { procedure, schedule } = blueprint;
  const exception = procedure.code === 'AD73';
  const ground = exception
    ? { procurementMethodRationale: `${procedure.rationale}: ${random.pick(exceptionGrounds)}.` }
    : {};
  const documents = [document(blueprint, 'procurementMethodAuthorization', schedule.awarded)];
  const tender = { ...terms(blueprint), ...ground, status: 'complete', documents };
  return awardEvent(random, blueprint, ['tender', 'award'], tender, {});
}

/** Out: the id of the award of a lot, which its contract refers to. */
export function awardId({ index, year }: Blueprint, { number }: Lot): string {
  return `IN${600_000 + index}-OC${number}-${year}`;
}

function awardEvent(
  random: Random,
  blueprint: Blueprint,
  tags: readonly string[],
  tender: Tender,
  extra: JsonObject,
): LifeEvent {
  const { lots, schedule } = blueprint;
  const parties = lots.map(({ supplier }) =>
    supplierParty(supplier, [...competitorRoles(blueprint, supplier), 'supplier']),
  );
  const content = { parties, tender, ...extra, awards: lots.map((lot) => awardOf(blueprint, lot)) };
  const published = promptlyOrLate(random, schedule.awarded, blueprint);
  return { tags, at: schedule.awarded, published, content };
}

function awardOf(blueprint: Blueprint, lot: Lot): Award {
  const { title, dirt, family, schedule } = blueprint;
  return {
    id: awardId(blueprint, lot),
    title,
    description: `Partidas adjudicadas: ${lot.lines.length}. Proveedor: ${lot.supplier.name}`,
    status: 'active',
    ...unless(dirt.has('noAwardDate'), { date: dateTime(schedule.awarded) }),
    ...unless(dirt.has('noAwardValue'), { value: money(lot.net) }),
    suppliers: [supplierReference(lot.supplier)],
    items: itemsOf(family, lot.lines),
    documents: [document(blueprint, 'awardNotice', schedule.awarded, `${lot.number}`)],
  };
}
