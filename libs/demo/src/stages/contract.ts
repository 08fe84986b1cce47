import type { Contract } from '#ocds';
import { DAY, dateTime } from '../calendar.js';
import { document } from '../document.js';
import type { Blueprint } from '../draw/blueprint.js';
import type { Deal } from '../draw/deal.js';
import { itemsOf } from '../items.js';
import { promptlyOrLate } from '../publication.js';
import type { LifeEvent } from '../life-event.js';
import { money } from '../money.js';
import type { Random } from '../random.js';
import { unless } from '../unless.js';
import { awardId } from './award.js';

/** The contract is signed. */
export function contract(random: Random, blueprint: Blueprint, deal: Deal): LifeEvent {
  const contracts = [signedContract(blueprint, deal)];
  const published = promptlyOrLate(random, deal.signed, blueprint);
  return { tags: ['contract'], at: deal.signed, published, content: { contracts } };
}

/** Out: the id of the contract of a lot and of the award it comes from; every later release repeats both. */
export function contractKey(blueprint: Blueprint, { lot }: Deal): { readonly id: string; readonly awardID: string } {
  const { index, year } = blueprint;
  return { id: `C-${index + 1}-${lot.number}/${year}`, awardID: awardId(blueprint, lot) };
}

function signedContract(blueprint: Blueprint, deal: Deal): Contract {
  const { title, family, dirt } = blueprint;
  const { lot, signed, starts, days } = deal;
  const endDate = dateTime(starts + days * DAY);
  return {
    ...contractKey(blueprint, deal),
    title,
    description: `Contrato con ${lot.supplier.name}`,
    status: 'active',
    period: { startDate: dateTime(starts), endDate, durationInDays: days },
    value: money(lot.net),
    items: itemsOf(family, lot.lines),
    ...unless(dirt.has('noDateSigned'), { dateSigned: dateTime(dateOfSignature(blueprint, deal)) }),
    documents: [document(blueprint, 'contractSigned', signed, `${lot.number}`)],
    milestones: [{ id: 'entrega', type: 'delivery', title: 'Entrega total', dueDate: endDate, status: 'scheduled' }],
  };
}

function dateOfSignature({ dirt, schedule }: Blueprint, { signed }: Deal): number {
  return dirt.has('signedBeforeAward') ? schedule.awarded - 3 * DAY : signed;
}
