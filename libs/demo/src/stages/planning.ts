import { money } from '../money.js';
import type { Blueprint } from '../draw/blueprint.js';
import { netOf } from '../draw/lines.js';
import { document } from '../document.js';
import { itemsOf } from '../items.js';
import { HOUR } from '../calendar.js';
import type { LifeEvent } from '../life-event.js';
import { buyerParty, unitParty, unitReference } from '../party.js';
import type { Random } from '../random.js';
import { unless } from '../unless.js';

/** The requisition: what is needed, out of which budget line, and the tender as planned. Published the same day. */
export function planning(random: Random, blueprint: Blueprint): LifeEvent {
  const { schedule, buyer, family, lines, dirt, number, title } = blueprint;
  const tender = {
    id: number,
    title,
    description: describe(blueprint),
    status: 'planned',
    procuringEntity: unitReference(buyer.procuringEntity),
    mainProcurementCategory: family.category,
    ...unless(dirt.has('noTenderItems'), { items: itemsOf(family, lines) }),
  };
  const parties = [buyerParty(buyer), unitParty(buyer.procuringEntity, ['procuringEntity'])];
  const content = { parties, planning: plan(random, blueprint), tender };
  return {
    tags: ['planning'],
    at: schedule.planned,
    published: schedule.planned + random.integer(1, 3) * HOUR,
    content,
  };
}

function plan(random: Random, blueprint: Blueprint): LifeEvent['content']['planning'] {
  const { family, lines, dirt, schedule, buyer } = blueprint;
  const amount = money(Math.round(netOf(lines) * random.real(1, 1.1)));
  return {
    rationale: `Requerimiento de ${buyer.name}: ${family.title.toLowerCase()}.`,
    ...unless(dirt.has('noBudget'), { budget: { ...family.budgetLine, amount } }),
    documents: [
      document(blueprint, 'request', schedule.planned),
      ...(random.chance(0.6) ? [document(blueprint, 'marketStudies', schedule.planned)] : []),
    ],
  };
}

function describe({ lines }: Blueprint): string {
  const first = lines[0]?.item.description ?? '';
  const more = lines.length > 1 ? ` y ${lines.length - 1} partidas más` : '';
  return `${first}${more}. Dato sintético de demostración.`;
}
