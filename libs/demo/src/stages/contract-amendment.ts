import { DAY, dateTime } from '../calendar.js';
import { amendmentReasons } from '../catalogue.js';
import { document } from '../document.js';
import type { Blueprint } from '../draw/blueprint.js';
import type { Deal } from '../draw/deal.js';
import { promptly } from '../publication.js';
import type { LifeEvent } from '../life-event.js';
import { money } from '../money.js';
import type { Random } from '../random.js';
import { unless } from '../unless.js';
import { contractKey } from './contract.js';

/** The agreement that changes a contract, if there is one: its new sum and end replace the old ones. */
export function contractAmendment(random: Random, blueprint: Blueprint, deal: Deal): readonly LifeEvent[] {
  const { change, lot, starts, days } = deal;
  if (change === undefined) return [];
  const total = days + change.extraDays;
  const amended = {
    ...contractKey(blueprint, deal),
    ...unless(change.net === lot.net, { value: money(change.net) }),
    ...unless(change.extraDays === 0, { period: { endDate: dateTime(starts + total * DAY), durationInDays: total } }),
    documents: [document(blueprint, 'contractAmendment', change.at, `${lot.number}`)],
    amendments: [{ id: '1', date: dateTime(change.at), rationale: random.pick(amendmentReasons) }],
  };
  const content = { contracts: [amended] };
  return [{ tags: ['contractAmendment'], at: change.at, published: promptly(random, change.at), content }];
}
