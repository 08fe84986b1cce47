import type { Organization, Transaction } from '#ocds';
import { dateTime, HOUR } from '../calendar.js';
import { document } from '../document.js';
import type { Blueprint } from '../draw/blueprint.js';
import type { Deal, Payment } from '../draw/deal.js';
import { promptly } from '../publication.js';
import type { LifeEvent } from '../life-event.js';
import { pesos } from '../money.js';
import { supplierParty, supplierReference, unitParty, unitReference } from '../party.js';
import type { Random } from '../random.js';
import { unless } from '../unless.js';
import { contractKey } from './contract.js';
import { competitorRoles } from './opening.js';

/** One release for each payment; the first one brings in payer and payee. */
export function payments(random: Random, blueprint: Blueprint, deal: Deal): readonly LifeEvent[] {
  return deal.payments.map((payment, i) => {
    const transactions = [transaction(blueprint, deal, payment, i + 1)];
    const contracts = [{ ...contractKey(blueprint, deal), implementation: { transactions } }];
    const content = { ...(i === 0 ? { parties: bothSides(blueprint, deal) } : {}), contracts };
    return { tags: ['implementation'], at: payment.at, published: promptly(random, payment.at), content };
  });
}

/** The contract has run its course: all delivered, certified and closed. */
export function closing(random: Random, blueprint: Blueprint, deal: Deal): readonly LifeEvent[] {
  const { closed, lot, payments: paid } = deal;
  if (closed === undefined) return [];
  const delivered = { id: 'entrega', status: 'met', dateMet: dateTime(paid.at(-1)!.at - HOUR) };
  const ended = {
    ...contractKey(blueprint, deal),
    status: 'terminated',
    milestones: [delivered],
    implementation: { documents: [document(blueprint, 'completionCertificate', closed, `${lot.number}`)] },
  };
  return [
    { tags: ['contractTermination'], at: closed, published: promptly(random, closed), content: { contracts: [ended] } },
  ];
}

function transaction(blueprint: Blueprint, { lot }: Deal, { at, gross, net }: Payment, count: number): Transaction {
  const { buyer, dirt, index } = blueprint;
  return {
    id: `T-${index + 1}-${lot.number}-${count}`,
    date: dateTime(at),
    value: pesos(gross, net),
    payer: unitReference(buyer.payer),
    ...unless(dirt.has('noPayee'), { payee: supplierReference(lot.supplier) }),
  };
}

function bothSides(blueprint: Blueprint, { lot: { supplier } }: Deal): readonly Organization[] {
  const roles = [...competitorRoles(blueprint, supplier), 'supplier', 'payee'];
  return [unitParty(blueprint.buyer.payer, ['payer']), supplierParty(supplier, roles)];
}
