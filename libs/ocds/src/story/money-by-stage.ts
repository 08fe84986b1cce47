import type { JsonObject } from '../json.js';
import type { Award, Contract, Release } from '../release.js';
import { addDecimals, compareDecimals, percentOf, roundDecimal, subtractDecimals } from './decimal.js';
import type { Decimal } from './decimal.js';
import { isTold } from './money.js';
import type { Money } from './money.js';
import { memberOf, membersOf, moneyOf, partOf, partsOf } from './read.js';

/** Which money is meant. An amount never appears without it. */
export const MONEY_STAGES = ['budget', 'estimate', 'award', 'contract', 'paid'] as const;

export type MoneyStage = (typeof MONEY_STAGES)[number];

/** The money of one stage: one sum per currency, and how many parts have no (or a zero) amount. */
export interface StageMoney {
  readonly stage: MoneyStage;
  readonly sums: readonly Money[];
  readonly counted: number;
  readonly missing: number;
  /** Cancelled or unsuccessful parts left out of the sum. */
  readonly excluded: number;
}

/** A later stage that exceeds an earlier one, in one and the same currency, by a centavo or more. */
export interface Excess {
  readonly kind: 'contractOverAward' | 'paidOverContract';
  readonly difference: Money;
  readonly percent: Decimal;
  readonly amended: boolean;
}

/** Budget → estimate → awarded → contracted → paid. Sums never cross currencies. */
export function moneyByStage(release: Release): readonly StageMoney[] {
  const awards = partsOf(release.awards);
  const contracts = partsOf(release.contracts);
  return [
    stageMoney(
      'budget',
      [memberOf(partOf(release.planning)?.budget, 'amount')].filter((value) => value !== undefined),
    ),
    stageMoney(
      'estimate',
      [memberOf(release.tender, 'value')].filter((value) => value !== undefined),
    ),
    stageMoney('award', awards.filter(counts).map(valueOf), awards.length - awards.filter(counts).length),
    stageMoney('contract', contracts.filter(counts).map(valueOf), contracts.length - contracts.filter(counts).length),
    stageMoney('paid', contracts.flatMap(paymentsOf).map(valueOf)),
  ];
}

/** One sum per currency; amounts of zero or none are left out, since a zero here means "not told". */
export function sumByCurrency(values: readonly (JsonObject | undefined)[]): readonly Money[] {
  const sums = new Map<string | undefined, Money>();
  for (const value of values) {
    const money = knownMoneyOf(value);
    if (money !== undefined) sums.set(money.currency, added(sums.get(money.currency), money));
  }
  return [...sums.values()];
}

/** Money that says something: present and not zero. */
export function knownMoneyOf(value: JsonObject | undefined): Money | undefined {
  const money = moneyOf(value);
  return isTold(money) ? money : undefined;
}

/** Where more was contracted than awarded, or paid than contracted. */
export function excessesOf(stages: readonly StageMoney[], release: Release): readonly Excess[] {
  const amended = partsOf(release.contracts).some(({ amendments }) => partsOf(amendments).length > 0);
  const excess = (kind: Excess['kind'], before: MoneyStage, after: MoneyStage): readonly Excess[] => {
    const [a, b] = [wholeSum(stages, before), wholeSum(stages, after)];
    if (a === undefined || b === undefined || a.currency !== b.currency) return [];
    const amount = subtractDecimals(roundDecimal(b.amount, 2), roundDecimal(a.amount, 2));
    const percent = percentOf(amount, a.amount);
    if (compareDecimals(amount, '0.01') < 0 || percent === undefined) return [];
    return [{ kind, difference: { amount, currency: b.currency }, percent, amended }];
  };
  return [...excess('contractOverAward', 'award', 'contract'), ...excess('paidOverContract', 'contract', 'paid')];
}

/** The payments of a contract. */
export function paymentsOf(contract: Contract): readonly JsonObject[] {
  return membersOf(contract.implementation, 'transactions');
}

function stageMoney(stage: MoneyStage, values: readonly (JsonObject | undefined)[], excluded = 0): StageMoney {
  const missing = values.filter((value) => knownMoneyOf(value) === undefined).length;
  return { stage, sums: sumByCurrency(values), counted: values.length - missing, missing, excluded };
}

// Comparing is fair only when every part of the stage has its amount, in one currency.
function wholeSum(stages: readonly StageMoney[], wanted: MoneyStage): Money | undefined {
  const found = stages.find(({ stage }) => stage === wanted);
  return found !== undefined && found.missing === 0 && found.sums.length === 1 ? found.sums[0] : undefined;
}

function added(sum: Money | undefined, money: Money): Money {
  if (sum === undefined) return money;
  const iva = sum.iva === money.iva ? money.iva : undefined;
  return { amount: addDecimals(sum.amount, money.amount), currency: money.currency, iva };
}

function counts({ status }: Award | Contract): boolean {
  return status !== 'cancelled' && status !== 'unsuccessful';
}

function valueOf({ value }: { readonly value?: unknown } & JsonObject): JsonObject | undefined {
  return partOf(value as JsonObject | undefined);
}
