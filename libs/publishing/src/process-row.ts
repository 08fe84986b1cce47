import {
  dayOf,
  deadlineOf,
  dealsOf,
  headOf,
  itemsOf,
  type Json,
  type JsonObject,
  type Money,
  type MoneyStage,
  moneyByStage,
  type Release,
  type StageMoney,
  partOf,
  partsOf,
  stateOf,
  textOf,
  membersOf,
  memberOf,
  winnersOf,
} from '#ocds';
import { instantOf } from './instant-of.js';
import { storableText } from './storable.js';

/** A process as search keeps it; the names are those of the table's columns. */
export interface ProcessColumns {
  readonly local_number: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly buyer_id: string | null;
  readonly buyer_name: string | null;
  readonly stage: string;
  readonly tender_status: string | null;
  readonly method: string | null;
  readonly method_details: string | null;
  readonly category: string | null;
  /** Decimal text in `currency`: what the process costs, told by the stage `amount_stage`. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly amount_stage: MoneyStage | null;
  readonly awarded: string | null;
  readonly contracted: string | null;
  readonly suppliers: readonly string[];
  readonly date: string;
  readonly year: number | null;
  readonly tender_end: string | null;
  /** How it ended without, or after, its contract. */
  readonly outcome: string | null;
  /** Where the money comes from, as the source writes it. */
  readonly funds: readonly string[];
  /** Codes of the budget lines (COG). */
  readonly budget_items: readonly string[];
  /** Of the buyer. */
  readonly municipality: string | null;
  /** When it was first awarded. */
  readonly awarded_on: string | null;
  /** Neither cancelled nor unsuccessful. */
  readonly awards: number;
  readonly contracts: number;
  /** JSON text: their value, one sum a currency. */
  readonly contract_sums: string;
  /** When the first contract was signed. */
  readonly signed_on: string | null;
  /** Searched after the title: who takes part. */
  readonly names: string;
  /** Searched last: descriptions and items. */
  readonly body: string;
}

/** to_tsvector refuses a vector over 1 MB; this much text never makes one. */
const LONGEST_TEXT = 100_000;
const LONGEST_NAME = 1_000;

/** What search needs to know of a process. */
export function processRow(release: Release): ProcessColumns {
  const head = headOf(release);
  const suppliers = winnersOf(dealsOf(release)).map((name) => storable(name, LONGEST_NAME));
  const names = [head.buyer, ...suppliers, ...tenderersOf(release)];
  const money = moneyByStage(release);
  const items =
    itemsOf(release)?.lines.flatMap(({ description, classification }) => [description, classification]) ?? [];
  return {
    local_number: known(head.localNumber),
    title: known(head.title),
    description: known(head.description),
    buyer_id: known(head.buyerId),
    buyer_name: known(head.buyer),
    stage: stateOf(release).stage ?? 'planning',
    tender_status: known(head.tenderStatus),
    method: known(head.method),
    method_details: known(head.methodDetails),
    category: known(head.category),
    ...moneyColumns(money),
    suppliers,
    date: instantOf(release.date),
    year: yearOf(release),
    tender_end: finite(instantOf(endOf(release.tender?.tenderPeriod?.endDate))),
    outcome: stateOf(release).outcome ?? null,
    funds: distinct(breakdownOf(release).map(originOf)),
    budget_items: budgetItemsOf(release),
    municipality: known(localityOf(release, head.buyerId)),
    awarded_on: earliest(partsOf(release.awards).map(({ date }) => date)),
    awards: countOf(money, 'award'),
    contracts: countOf(money, 'contract'),
    contract_sums: sumsOf(money),
    signed_on: earliest(partsOf(release.contracts).map(({ dateSigned }) => dateSigned)),
    names: words(names),
    body: words([head.localNumber, release.ocid, head.description, head.methodDetails, ...items]),
  };
}

/** What a process costs, by the best word there is: a contract before what was paid of it so far, then backwards. */
const BEST_FIRST: readonly MoneyStage[] = ['contract', 'award', 'paid', 'estimate', 'budget'];

/** The amount to show first; sums in several currencies are not an amount. */
function moneyColumns(stages: readonly StageMoney[]) {
  const sums = new Map(
    stages.flatMap(({ stage, sums: [sum, ...others] }) => (sum && others.length === 0 ? [[stage, sum]] : [])),
  );
  const stage = BEST_FIRST.find((one) => sums.has(one));
  const money = stage && sums.get(stage);
  return {
    amount: money?.amount ?? null,
    currency: money?.currency ?? null,
    amount_stage: stage ?? null,
    awarded: inCurrency(sums.get('award'), money),
    contracted: inCurrency(sums.get('contract'), money),
  } satisfies Partial<ProcessColumns>;
}

function inCurrency(sum: Money | undefined, row: Money | undefined): string | null {
  return sum && sum.currency === row?.currency ? sum.amount : null;
}

function endOf(date: Json | undefined): Json | undefined {
  return typeof date === 'string' ? deadlineOf(date) : date;
}

/** The year in which the process began: of its call, else of its first award, else of its last publication. */
function yearOf(release: Release): number | null {
  const dates = [release.tender?.tenderPeriod?.startDate, release.awards?.[0]?.date, release.date];
  const day = dates.map(dayOf).find((one) => one !== undefined);
  return day === undefined ? null : Number(day.slice(0, 4));
}

function breakdownOf({ planning }: Release) {
  return [...membersOf(planning, 'budgetBreakdown'), ...membersOf(partOf(planning?.budget), 'budgetBreakdown')];
}

/** In words, or who pays; its id only tells one part of a budget from another. */
function originOf(part: JsonObject): string | undefined {
  return textOf(part['description']) ?? textOf(memberOf(part, 'sourceParty')?.['name']);
}

/** The lines of the breakdown, else the budget's own id where it is such a code. */
function budgetItemsOf(release: Release): readonly string[] {
  const lines = breakdownOf(release).flatMap((part) => membersOf(part, 'budgetLines'));
  const codes = lines.flatMap((line) => membersOf(line, 'components').map(({ code }) => textOf(code)));
  const own = textOf(partOf(release.planning?.budget)?.id);
  return distinct(codes.length > 0 || own === undefined || !/^[1-9]\d{2,4}$/.test(own) ? codes : [own]);
}

function localityOf(release: Release, buyerId: string | undefined): string | undefined {
  const buyer = partsOf(release.parties).find(({ id }) => buyerId !== undefined && textOf(id) === buyerId);
  return textOf(memberOf(buyer, 'address')?.['locality']);
}

function earliest(dates: readonly (Json | undefined)[]): string | null {
  return dates.flatMap((date) => finite(instantOf(date)) ?? []).sort()[0] ?? null;
}

function countOf(stages: readonly StageMoney[], stage: MoneyStage): number {
  return stages.reduce((sum, one) => (one.stage === stage ? sum + one.counted + one.missing : sum), 0);
}

function sumsOf(stages: readonly StageMoney[]): string {
  const sums = stages.flatMap((one) => (one.stage === 'contract' ? one.sums : []));
  const told = sums.map(({ currency = null, amount }) => ({ currency: currency && storable(currency, 100), amount }));
  return JSON.stringify(told);
}

function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  const told = texts.flatMap((text) => (text === undefined ? [] : storable(text, LONGEST_NAME)));
  return [...new Set(told)];
}

function tenderersOf({ tender }: Release): readonly (string | undefined)[] {
  return Array.isArray(tender?.tenderers) ? tender.tenderers.map((tenderer) => tenderer?.name) : [];
}

function finite(instant: string): string | null {
  return instant === '-infinity' ? null : instant;
}

function known(text: string | undefined): string | null {
  return text === undefined ? null : storable(text, LONGEST_TEXT);
}

function words(texts: readonly (string | undefined)[]): string {
  return storable(texts.filter((text) => typeof text === 'string').join(' · '), LONGEST_TEXT);
}

function storable(text: string, longest: number): string {
  return storableText(text.slice(0, longest));
}
