import { headOf, itemsOf, type Money, moneyByStage, type Release, type StageMoney, stateOf, winnersOf, dealsOf } from '#ocds';
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
  /** Decimal text in `currency`, of the furthest stage that has an amount in one currency only. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly amount_stage: string | null;
  readonly awarded: string | null;
  readonly contracted: string | null;
  readonly suppliers: readonly string[];
  readonly date: string;
  readonly year: number | null;
  readonly tender_end: string | null;
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
  const money = furthestMoney(moneyByStage(release));
  const suppliers = winnersOf(dealsOf(release)).map((name) => short(name));
  const year = yearOf(release);
  return {
    local_number: text(head.localNumber),
    title: text(head.title),
    description: text(head.description),
    buyer_id: text(head.buyerId),
    buyer_name: text(head.buyer),
    stage: stateOf(release).stage ?? 'planning',
    tender_status: text(head.tenderStatus),
    method: text(head.method),
    method_details: text(head.methodDetails),
    category: text(head.category),
    ...money,
    suppliers,
    date: instantOf(release.date),
    year,
    tender_end: finite(instantOf(release.tender?.tenderPeriod?.endDate)),
    names: long([head.buyer, ...suppliers, ...namesOf(release)]),
    body: long([head.localNumber, release.ocid, head.description, head.methodDetails, ...itemWords(release)]),
  };
}
