import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Money } from '../story/money.js';
import { moneyOf } from '../story/read.js';
import type { LeafGroup } from './gather-leaves.js';
import { isMoney } from './shown-value.js';

/** The money that a difference tells of, on each side where it is money. */
export interface Amounts {
  readonly before?: Money;
  readonly after?: Money;
}

/** Members that are figures of an amount, whose currency stands beside them. */
const FIGURES: ReadonlySet<unknown> = new Set(['amount', 'netAmount']);

/** An amount as a whole, or one figure of it with the currency that stands beside it. */
export function amountsOf({ steps, before, after, around }: LeafGroup): Amounts {
  const name = steps.at(-1);
  const beside = around.at(-1);
  return {
    before: FIGURES.has(name) ? figureOf(name as string, before, beside?.before) : wholeOf(before),
    after: FIGURES.has(name) ? figureOf(name as string, after, beside?.after) : wholeOf(after),
  };
}

function figureOf(name: string, value: Json | undefined, beside: JsonObject | undefined): Money | undefined {
  if (typeof value !== 'number' || beside?.['currency'] === undefined) return wholeOf(value);
  const money = moneyOf({ [name]: value, currency: beside['currency'] });
  return name === 'netAmount' ? money : money && withIva(money, beside);
}

function withIva(money: Money, { netAmount }: JsonObject): Money {
  return netAmount === undefined || netAmount === null ? money : { ...money, iva: 'with' };
}

function wholeOf(value: Json | undefined): Money | undefined {
  return isJsonObject(value) && isMoney(value) ? moneyOf(value) : undefined;
}
