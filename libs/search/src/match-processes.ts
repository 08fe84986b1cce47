import { type MoneyStage, type Stage, STAGES } from '#ocds';

/** What processes can be asked for; every filter narrows. */
export interface ProcessFilters {
  /** Words, with or without accents; "quoted", -excluded and or are understood. An ocid or local number finds itself. */
  readonly q?: string | undefined;
  /** Words, understood alike, of what is bought: descriptions and items. */
  readonly items?: string | undefined;
  readonly stage?: Stage | undefined;
  /** What got as far as a stage, or further. */
  readonly reached?: Stage | undefined;
  readonly method?: string | undefined;
  readonly category?: string | undefined;
  /** `open`: offers can still be made; else how it ended. */
  readonly status?: Status | undefined;
  readonly year?: number | undefined;
  /** A buyer's id. */
  readonly buyer?: string | undefined;
  /** Any key of a supplier that won. */
  readonly supplier?: string | undefined;
  /** Any key of a supplier that won or only offered. */
  readonly participant?: string | undefined;
  /** How many suppliers offered; 5: five or more. */
  readonly offers?: number | undefined;
  readonly currency?: string | undefined;
  /** Decimal text; an amount is only compared in one currency, pesos unless another is named. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** The stage that tells the amount: `contract`, those whose contracts have one. */
  readonly amountStage?: MoneyStage | undefined;
  /** Days, the last one included: when it was first awarded, in UTC. */
  readonly awardedFrom?: string | undefined;
  readonly awardedTo?: string | undefined;
  readonly funds?: string | undefined;
  readonly budgetItem?: string | undefined;
  readonly municipality?: string | undefined;
  readonly validity?: 'valid' | 'invalid' | undefined;
  readonly publisher?: string | undefined;
}

export const STATUSES = ['open', 'cancelled', 'unsuccessful', 'withdrawn', 'terminated'] as const;
export type Status = (typeof STATUSES)[number];

/** A condition over `search_entry AS entry`, and the values of its parameters, which are numbered from 1. */
export interface Match {
  readonly where: string;
  readonly parameters: readonly unknown[];
  /** The parameter of the words that are searched, `$1`, where there are any. */
  readonly words: string | undefined;
}

export const IS_OPEN = `stage = 'tender' AND tender_end > now() AND coalesce(tender_status, 'active') = 'active'`;

/** Every key of the parties that a key leads to, itself included. */
const KEYS_OF = (key: string) =>
  `ARRAY(SELECT other.key FROM party_key own JOIN party_key other ON other.side = own.side AND other.party = own.party
          WHERE own.side = 'supplier' AND own.key = ${key}) || ${key}`;

const STAGE_LIST = `ARRAY['${STAGES.join(`','`)}']`;

const CONDITIONS: { readonly [Name in keyof Required<ProcessFilters>]: (value: string) => string } = {
  q: (value) => `(words @@ search_query(${value}) OR ocid = ${value} OR local_number = ${value})`,
  items: (value) => `(words @@ search_query(${value}) AND ts_filter(words, '{c}') @@ search_query(${value}))`,
  stage: (value) => `stage = ${value}`,
  reached: (value) => `stage = ANY((${STAGE_LIST})[array_position(${STAGE_LIST}, ${value}::text):])`,
  method: (value) => `method = ${value}`,
  category: (value) => `category = ${value}`,
  status: (value) => `CASE WHEN ${value} = 'open' THEN ${IS_OPEN} ELSE outcome = ${value} END`,
  year: (value) => `year = ${value}::int`,
  buyer: (value) =>
    `(buyer_id = ${value} OR (buyer_id IS NULL AND EXISTS (SELECT FROM participation p
        WHERE p.ocid = entry.ocid AND p.side = 'buyer' AND p.party = ${value})))`,
  supplier: (value) => `supplier_keys && (${KEYS_OF(`${value}::text`)})`,
  participant: (value) => `ocid IN (SELECT p.ocid FROM participation p
      WHERE p.side = 'supplier' AND p.party = ANY(${KEYS_OF(`${value}::text`)}))`,
  offers: (value) => `least((SELECT count(*) FROM participation p
      WHERE p.ocid = entry.ocid AND p.side = 'supplier' AND p.offered), 5) = ${value}::int`,
  currency: (value) => `currency = ${value}`,
  min: (value) => `amount >= ${value}::numeric`,
  max: (value) => `amount <= ${value}::numeric`,
  amountStage: (value) => `amount_stage = ${value}`,
  awardedFrom: (value) => `awarded_on >= (${value}::date)::timestamp AT TIME ZONE 'UTC'`,
  awardedTo: (value) => `awarded_on < (${value}::date + 1)::timestamp AT TIME ZONE 'UTC'`,
  funds: (value) => `funds @> ARRAY[${value}::text]`,
  budgetItem: (value) => `budget_items @> ARRAY[${value}::text]`,
  municipality: (value) => `municipality = ${value}`,
  validity: (value) => `valid = (${value} = 'valid')`,
  publisher: (value) => `publisher_id = ${value}`,
};

export const FILTER_NAMES = Object.keys(CONDITIONS) as readonly (keyof ProcessFilters)[];

/** The condition of the filters in force. Amounts are of one currency: pesos, unless the filters name another. */
export function matchProcesses(filters: ProcessFilters): Match {
  const hasAmount = filters.min !== undefined || filters.max !== undefined;
  const all = hasAmount ? { ...filters, currency: filters.currency ?? 'MXN' } : filters;
  const inForce = FILTER_NAMES.filter((name) => all[name] !== undefined);
  const conditions = inForce.map((name, n) => CONDITIONS[name](`$${n + 1}`));
  return {
    where: conditions.length === 0 ? 'true' : conditions.join(' AND '),
    parameters: inForce.map((name) => all[name]),
    words: inForce[0] === 'q' ? '$1' : undefined,
  };
}
