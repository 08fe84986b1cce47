import type { Award, Contract, Release } from '../release.js';
import { dayOf } from './day.js';
import type { Day } from './day.js';
import type { Money } from './money.js';
import { knownMoneyOf, paymentsOf, sumByCurrency } from './money-by-stage.js';
import { memberOf, partsOf, textOf } from './read.js';

/** An award and one of its contracts: a row of "who won what". Either half may be missing from the source. */
export interface Deal {
  readonly award?: AwardLine;
  readonly contract?: ContractLine;
  /** The award of the row above, repeated because it led to several contracts. */
  readonly sameAward: boolean;
}

export interface AwardLine {
  readonly suppliers: readonly string[];
  readonly status?: string;
  readonly day?: Day;
  readonly money?: Money;
}

export interface ContractLine {
  readonly id?: string;
  readonly status?: string;
  readonly signed?: Day;
  readonly money?: Money;
  readonly paid: readonly Money[];
  readonly payments: number;
}

/** Every award with its contracts, then the contracts that name no award of this process. */
export function dealsOf(release: Release): readonly Deal[] {
  const awards = partsOf(release.awards);
  const contracts = partsOf(release.contracts);
  const orphans = contracts.filter((contract) => !awards.some((award) => belongsTo(contract, award)));
  return [
    ...awards.flatMap((award) =>
      dealsOfAward(
        award,
        contracts.filter((contract) => belongsTo(contract, award)),
      ),
    ),
    ...orphans.map((contract) => ({ contract: contractLine(contract), sameAward: false })),
  ];
}

/** The names of those who won, each once. */
export function winnersOf(deals: readonly Deal[]): readonly string[] {
  const won = deals.filter(
    ({ award }) => award !== undefined && award.status !== 'cancelled' && award.status !== 'unsuccessful',
  );
  return [...new Set(won.flatMap(({ award }) => award?.suppliers ?? []))];
}

function dealsOfAward(award: Award, contracts: readonly Contract[]): readonly Deal[] {
  const line = awardLine(award);
  if (contracts.length === 0) return [{ award: line, sameAward: false }];
  return contracts.map((contract, index) => ({ award: line, contract: contractLine(contract), sameAward: index > 0 }));
}

function belongsTo(contract: Contract, award: Award): boolean {
  const id = textOf(contract.awardID);
  return id !== undefined && id === textOf(award.id);
}

function awardLine(award: Award): AwardLine {
  return {
    suppliers: partsOf(award.suppliers)
      .map(({ name, id }) => textOf(name) ?? textOf(id))
      .filter((name) => name !== undefined),
    status: textOf(award.status),
    day: dayOf(award.date),
    money: knownMoneyOf(memberOf(award, 'value')),
  };
}

function contractLine(contract: Contract): ContractLine {
  const payments = paymentsOf(contract);
  return {
    id: textOf(contract.id),
    status: textOf(contract.status),
    signed: dayOf(contract.dateSigned),
    money: knownMoneyOf(memberOf(contract, 'value')),
    paid: sumByCurrency(payments.map((payment) => memberOf(payment, 'value'))),
    payments: payments.length,
  };
}
